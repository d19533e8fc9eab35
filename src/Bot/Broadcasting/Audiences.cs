using NodaTime;
using Ontime.Broadcasting;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>Groups of people in terms of the store's columns.</summary>
internal static class Audiences
{
    private const int ActiveDays = 30, StalledDays = 3;

    /// <param name="today">By UTC, as the day a member was last seen is.</param>
    public static Audience Of(CastGroup group, string? step, CastTexts texts, LocalDate today)
    {
        var everybody = new Audience(
            Statuses.Active, texts switch { { Chinese: null } => Language.En.Code(), { English: null } => Language.ZhHans.Code(), _ => null }, Without: (int)Traits.NoBroadcasts);
        return group switch
        {
            CastGroup.All => everybody,
            CastGroup.Chinese => everybody with { Language = Language.ZhHans.Code() },
            CastGroup.English => everybody with { Language = Language.En.Code() },
            CastGroup.Active => everybody with { SeenSince = today.PlusDays(-ActiveDays) },
            CastGroup.Bills => everybody with { With = (int)Traits.HasBills },
            CastGroup.Stalled => everybody with { Step = step, SeenBefore = today.PlusDays(-StalledDays) },
            CastGroup.Unfinished => everybody with { Lacking = (int)Traits.FinishedFirst },
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, "A group without an audience."),
        };
    }

    public static CastCrowd Crowd(IReadOnlyList<CrowdRow> rows)
    {
        return new CastCrowd(
            Sum(row => Gets(row) && row.Language == Language.ZhHans.Code()), Sum(row => Gets(row) && row.Language == Language.En.Code()),
            Sum(row => row.Status != Statuses.Active), Sum(row => row.Status == Statuses.Active && row.LeftOut));

        static bool Gets(CrowdRow row) => row is { Status: Statuses.Active, LeftOut: false };

        long Sum(Func<CrowdRow, bool> which) => rows.Where(which).Sum(row => row.People);
    }
}
