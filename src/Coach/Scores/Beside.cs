using NodaTime;
using Ontime.Members;
using Ontime.Usage;

namespace Ontime.Scores;

/// <summary>What a person did in a month, to lay beside the figures of the platform. It stands beside them; it explains nothing.</summary>
/// <param name="Late">Due dates paid late.</param>
/// <param name="Applied">Applications logged.</param>
/// <param name="Borrowed">Borrowings logged.</param>
/// <param name="Fewer">Fewer applications than in the month before.</param>
internal sealed record Beside(YearMonth Month, int Late, int Applied, int Borrowed, bool Fewer)
{
    public bool Any => Late > 0 || Applied > 0 || Borrowed > 0 || Fewer;

    public static Beside Of(Member member, YearMonth month)
    {
        var applied = Count(member, month, UseKind.Application);
        return new Beside(month, LateIn(member, month), applied, Count(member, month, UseKind.Borrowing), applied < Count(member, month.PlusMonths(-1), UseKind.Application));
    }

    /// <summary>The last months in which something was done, oldest first.</summary>
    public static IReadOnlyList<Beside> Last(Member member, LocalDate today, int months) =>
        [.. Enumerable.Range(0, months).Select(back => Of(member, today.ToYearMonth().PlusMonths(back - months + 1))).Where(month => month.Any)];

    // The minimum counts a half in the record, and is not late.
    private static int LateIn(Member member, YearMonth month) =>
        member.Months.Where(paid => paid.Month == month).Sum(paid => (int)Math.Floor(paid.Due - paid.Paid));

    private static int Count(Member member, YearMonth month, UseKind kind) => member.Uses.Count(use => use.Kind == kind && use.On.ToYearMonth() == month);
}
