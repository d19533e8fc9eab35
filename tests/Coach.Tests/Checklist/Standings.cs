using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Tests.Checklist;

/// <summary>Any standing a person can come to: any answers of any age, any record, any bills.</summary>
internal static class Standings
{
    /// <summary>The items the index looks at.</summary>
    public static readonly IReadOnlyList<Item> Weighty =
    [
        .. Shipped.Items.Values
            .Where(item => item.Points > 0 || item.Gates.Count > 0 || item.StandIn.Count > 0)
            .OrderBy(item => item.Id, StringComparer.Ordinal),
    ];

    public static Gen<Standing> Any { get; } = With(Ages(0, 600));

    /// <summary>All answered at the same time, so that all are as fresh.</summary>
    public static Gen<Standing> Fresh { get; } = With(Gen.Constant(0.0));

    /// <summary>On time, the minimum, late, or one of two bills late; gaps between months; up to 15 months.</summary>
    public static Gen<IReadOnlyList<PaidMonth>> Months { get; } =
        from count in Gen.Choose(0, 15)
        from kinds in Kinds.ArrayOf(count)
        from gaps in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(2, 9))).ArrayOf(count)
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        select (IReadOnlyList<PaidMonth>)order.Select(at => kinds[at] with { Month = Before(gaps.Take(at + 1).Sum()) }).ToList();

    public static Gen<Answer> AnswerTo(Item item, Gen<double> ages) =>
        from option in Gen.Elements(Options(item))
        from ticks in item.Combine is null ? NoTicks : SomeTicks
        from age in ages
        select new Answer(option, Person.Now - Duration.FromDays(age), Many: ticks);

    public static string[] Options(Item item) =>
        [.. item.Shares.Keys.Concat(item.Gates.Keys).Concat(item.StandIn.Keys).Append(Answer.Value).Append(Answer.Skipped).Distinct().Order()];

    private static Gen<IReadOnlyList<string>?> NoTicks { get; } = Gen.Constant<IReadOnlyList<string>?>(null);

    private static Gen<IReadOnlyList<string>?> SomeTicks { get; } =
        Gen.SubListOf("job", "email", "asset", "dining", "guarantee", "lent", "swap").Select(IReadOnlyList<string>? (ticks) => ticks.Count == 0 ? null : [.. ticks]);

    private static Gen<PaidMonth> Kinds { get; } = Gen.Elements(Month(1, 1), Month(1, 1), Month(1, 0.5m), Month(1, 0), Month(2, 1), Month(3, 3), Month(3, 2.5m));

    private static Gen<double> Ages(int from, int to) =>
        Gen.Frequency((1, Gen.Constant(0.0)), (2, Gen.Choose(from * 24, to * 24).Select(hours => hours / 24.0)));

    private static Gen<Standing> With(Gen<double> ages) =>
        from answered in Gen.Choose(1, 10)
        from answers in Gen.CollectToList(Weighty, item => AnswerTo(item, ages).Select(answer => (item.Id, answer)))
        from keep in Gen.Choose(1, 10).ArrayOf(Weighty.Count)
        from months in Months
        from bills in Gen.Choose(0, 3)
        from withDay in Gen.Choose(0, bills)
        from due in Gen.Choose(-3, 40)
        select new Standing(
            answers.Where((_, at) => keep[at] <= answered).ToDictionary(answer => answer.Id, answer => answer.answer),
            months,
            bills,
            withDay,
            bills == 0 || due < 0 ? null : Person.Today.PlusDays(due),
            Person.Today,
            Person.Now);

    private static PaidMonth Month(int due, decimal paid) => new(default, due, paid);

    private static YearMonth Before(int months) => Person.Today.ToYearMonth().PlusMonths(-months);
}
