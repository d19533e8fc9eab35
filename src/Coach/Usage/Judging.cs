using NodaTime;
using Ontime.Members;

namespace Ontime.Usage;

/// <summary>“A few small ones, repaid in full” (D1 to D3): what is too many. It warns of more and never asks for more; none is full marks.</summary>
internal static class Judging
{
    /// <summary>The windows of D1 and D2.</summary>
    public const int ApplicationDays = 90, BorrowingDays = 30;

    // D2: 1 to 3 small ones are full marks, 4 or 5 half, 6 none.
    private const int Few = 3, Many = 6;

    /// <summary>How borrowing stands after one more was logged.</summary>
    /// <returns>few, many, too_many.</returns>
    public static string Borrowings(int inThirtyDays) => inThirtyDays <= Few ? "few" : inThirtyDays < Many ? "many" : "too_many";

    /// <summary>
    /// Applications of the last 90 days: those logged, or what D1 said and those logged after it, whichever is more.
    /// A figure said by a band counts as its lowest.
    /// </summary>
    /// <param name="said">The answer to D1, or null.</param>
    public static int Applications(IReadOnlyList<Use> uses, Answer? said, LocalDate? saidOn, LocalDate today)
    {
        var logged = Usage.Uses.Count(uses, UseKind.Application, today, ApplicationDays);
        if (said is null || saidOn is not { } on || Period.DaysBetween(on, today) >= ApplicationDays || Lowest(said) is not { } before)
        {
            return logged;
        }

        return Math.Max(logged, before + uses.Count(use => use.Kind == UseKind.Application && use.On > on && use.On <= today));
    }

    private static int? Lowest(Answer answer) => answer.Number is { } number ? (int)number : answer.Option switch
    {
        "c0_1" => 0,
        "c2" => 2,
        "c3" => 3,
        "c4_5" => 4,
        "c6" => 6,
        _ => null,
    };
}
