using NodaTime;
using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>Whether an item may be asked again.</summary>
internal static class Asking
{
    private static readonly Duration AfterUnknown = Duration.FromDays(7), AfterDeclined = Duration.FromDays(180);

    /// <summary>False while the answer is fresh, or the person has just passed.</summary>
    public static bool Due(Item item, Answer answer, Instant now)
    {
        var wait = answer.Option == Answer.Skipped ? AfterUnknown : item.Shares.GetValueOrDefault(answer.Option) switch
        {
            Share.Unknown => AfterUnknown,
            Share.Declined => AfterDeclined,
            _ => item.Fresh.Days is { } days ? Duration.FromDays(days) : Duration.MaxValue,
        };
        return now - answer.At >= wait;
    }
}
