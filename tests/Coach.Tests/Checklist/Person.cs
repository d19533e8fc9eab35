using NodaTime;
using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Tests.Checklist;

/// <summary>Builds a standing: Sunday 22 November 2026, noon in Shanghai.</summary>
internal sealed record Person
{
    public static readonly LocalDate Today = new(2026, 11, 22);
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    public Standing Standing { get; private init; } =
        new(new Dictionary<string, Answer>(), [], 0, 0, null, Today, Now);

    public Readiness Index => ReadinessIndex.Compute(Shipped.Items, Shipped.Rules, Standing);

    public NextAction? Next => NextAction.Choose(Shipped.Items, Shipped.Rules, Standing);

    public ItemLine? Line(string item) => Index.Lines.SingleOrDefault(line => line.ItemId == item);

    public Person Says(string item, string option, double daysAgo = 0, bool again = false) =>
        With(item, new Answer(option, Now - Duration.FromDays(daysAgo), Again: again));

    public Person Ticks(string item, params string[] ticks) => With(item, new Answer(Answer.Value, Now, Many: ticks));

    /// <summary>“item option, item option, …”, answered now.</summary>
    public Person SaysAll(string answers) =>
        answers.Split(',', StringSplitOptions.TrimEntries).Select(answer => answer.Split(' ')).Aggregate(this, (person, answer) => person.Says(answer[0], answer[1]));

    public Person With(string item, Answer answer) =>
        this with { Standing = Standing with { Answers = new Dictionary<string, Answer>(Standing.Answers) { [item] = answer } } };

    public Person Without(string item) =>
        this with { Standing = Standing with { Answers = Standing.Answers.Where(answer => answer.Key != item).ToDictionary() } };

    public Person WithBills(int bills, int? withDay = null, LocalDate? due = null) =>
        this with { Standing = Standing with { Bills = bills, BillsWithDay = withDay ?? bills, NextDue = due } };

    /// <summary>Months newest first, the newest is last month: + on time, - late, o the minimum.</summary>
    public Person Paid(string newestFirst) => this with { Standing = Standing with { Months = Months(newestFirst) } };

    public Person DaysLater(int days) =>
        this with { Standing = Standing with { Now = Standing.Now + Duration.FromDays(days), Today = Standing.Today.PlusDays(days) } };

    public static IReadOnlyList<PaidMonth> Months(string newestFirst) =>
    [
        .. newestFirst.Select((sign, at) => new PaidMonth(
            Today.ToYearMonth().PlusMonths(-1 - at), 1, sign switch { '+' => 1m, 'o' => 0.5m, _ => 0m })),
    ];
}
