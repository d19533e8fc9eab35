using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Tests.Checklist;

/// <summary>The laws of the index, over any standing.</summary>
public sealed class LawTests
{
    // What decimal divisions may lose.
    private const decimal Dust = 1e-18m;

    private const int Runs = 300;

    [Fact]
    public void The_index_stays_within_0_and_100_and_the_coverage_within_0_and_1() => Holds(Standings.Any, standing =>
    {
        var index = Index(standing);
        return index is { Unrounded: >= 0 and <= 100, Coverage: >= 0 and <= 1, Unasked: >= 0 and <= 100 }
            && index.Shown is null or (>= 0 and <= 100)
            && index.Held is null == (index.Shown is null || index.Shown == (int)Math.Floor(index.Unrounded + 0.5m))
            && index.Pillars.All(pillar => pillar.Share is null or (>= 0 and <= 1) && pillar.Known <= pillar.Counted);
    });

    [Fact]
    public void Every_point_has_a_line_and_the_lines_sum_to_the_totals() => Holds(Standings.Any, standing =>
    {
        var index = Index(standing);
        return index.Lines.Sum(line => line.Earned) == index.Earned
            && index.Lines.Sum(line => line.Of) == index.Known
            && index.Pillars.Sum(pillar => pillar.Known) == index.Known
            && index.Lines.Select(line => line.ItemId).Distinct().Count() == index.Lines.Count
            && index.Lines.Sum(line => Shipped.Items[line.ItemId].Points) + index.Unasked == index.Pillars.Sum(pillar => pillar.Counted)
            && index.Lines.All(line => line.Earned <= line.Of && line.Of <= Shipped.Items[line.ItemId].Points);
    });

    [Fact]
    public void A_better_answer_never_lowers_the_index() => Holds(
        from standing in Standings.Any
        from item in Gen.Elements(Standings.Weighty.Where(item => item.Points > 0 && item.Id is not ("R1" or "R2")))
        from age in Gen.Choose(0, 400)
        from one in Standings.AnswerTo(item, Gen.Constant((double)age))
        from two in Standings.AnswerTo(item, Gen.Constant((double)age))
        select (standing, item, one, two), pair =>
    {
        var (worse, better) = (ItemScores.ShareOf(pair.item, pair.one), ItemScores.ShareOf(pair.item, pair.two));
        if (worse is not Share.Of low || better is not Share.Of high || low.Value > high.Value)
        {
            return true;
        }

        var (before, after) = (Index(With(pair.standing, pair.item.Id, pair.one)), Index(With(pair.standing, pair.item.Id, pair.two)));
        return low.Value == high.Value || (after.Unrounded >= before.Unrounded - Dust && Cap(after) >= Cap(before));
    });

    [Fact]
    public void More_months_by_ones_word_never_lower_the_index() => Holds(
        from standing in Standings.Any from months in Gen.Choose(0, 5) select (standing, months), pair =>
            Index(With(pair.standing, "R3", new Answer($"m{pair.months + 1}", Person.Now))).Unrounded
            >= Index(With(pair.standing, "R3", new Answer($"m{pair.months}", Person.Now))).Unrounded - Dust);

    [Fact]
    public void A_due_day_for_every_bill_never_lowers_the_index() => Holds(Standings.Any, standing =>
        Index(standing with { BillsWithDay = standing.Bills }).Unrounded >= Index(standing).Unrounded - Dust);

    [Fact]
    public void A_month_on_time_never_lowers_the_record_or_the_index() => Holds(Logged, pair =>
        Compare(pair.Standing, pair.Month with { Paid = pair.Month.Due }) is var (record, index) && record >= -Dust && index >= -Dust);

    [Fact]
    public void A_late_month_never_raises_the_record_or_the_index() => Holds(Logged, pair =>
        Compare(pair.Standing, pair.Month with { Paid = 0 }) is var (record, index) && record <= Dust && index <= Dust);

    [Fact]
    public void One_more_bill_on_time_never_lowers_the_record_or_the_index() => Holds(Standings.Any, standing =>
    {
        var after = standing with { Months = PaymentRecord.WithNextOnTime(standing) };
        return Index(after).Unrounded >= Index(standing).Unrounded - Dust && Earned(after) >= Earned(standing) - Dust;
    });

    [Fact]
    public void The_order_of_answers_and_months_does_not_matter() => Holds(Standings.Any, standing =>
    {
        var turned = standing with
        {
            Answers = standing.Answers.Reverse().ToDictionary(),
            Months = [.. standing.Months.Reverse()],
        };
        var (one, other) = (Index(standing), Index(turned));
        return one.Lines.SequenceEqual(other.Lines) && one.Gates.SequenceEqual(other.Gates) && one.Unrounded == other.Unrounded
            && Next(standing) == Next(turned);
    });

    [Fact]
    public void Every_gate_is_named_and_lifts_at_once() => Holds(Standings.Any, standing =>
    {
        var index = Index(standing);
        var lifted = Index(standing with
        {
            Answers = standing.Answers.Where(answer => index.Gates.All(gate => gate.ItemId != answer.Key)).ToDictionary(),
        });
        return lifted.Gates.Count == 0 && lifted.Held is null
            && index.Gates.Zip(index.Gates.Skip(1)).All(pair => pair.First.Cap <= pair.Second.Cap)
            && (index.Held is null || index.Shown == index.Gates[0].Cap);
    });

    [Fact]
    public void When_all_fades_alike_the_index_stays_where_it_is() => Holds(
        from standing in Standings.Fresh from days in Gen.Choose(0, 89) select (standing, days), pair =>
    {
        var items = Shipped.Items.Values.Select(item => item with { Fresh = new Freshness(30, BadStays: false) }).ToDictionary(item => item.Id);
        var standing = pair.standing with { Bills = 0, Months = [], Answers = pair.standing.Answers.Where(answer => answer.Key is not "R3" and not "R4"
            && !ItemScores.GatesOf(items[answer.Key], answer.Value).Any()).ToDictionary() };
        var later = standing with { Now = standing.Now + Duration.FromDays(pair.days) };
        var (now, then) = (ReadinessIndex.Compute(items, Shipped.Rules, standing), ReadinessIndex.Compute(items, Shipped.Rules, later));
        return Math.Abs(now.Unrounded - then.Unrounded) < Dust && then.Coverage <= now.Coverage;
    });

    [Fact]
    public void Time_alone_earns_nothing_and_takes_nothing_from_what_stays() => Holds(
        from standing in Standings.Any from days in Gen.Choose(0, 800) select (standing, days), pair =>
    {
        var (now, then) = (Index(pair.standing), Index(pair.standing with { Now = pair.standing.Now + Duration.FromDays(pair.days) }));
        return then.Earned <= now.Earned && then.Known <= now.Known && then.Unasked == now.Unasked && then.Gates.SequenceEqual(now.Gates);
    });

    [Fact]
    public void No_amount_changes_points() => Holds(
        from standing in Standings.Any from amount in Gen.Choose(-5, 2_000_000) select (standing, amount), pair =>
    {
        var written = pair.standing with
        {
            Answers = pair.standing.Answers.ToDictionary(
                answer => answer.Key, answer => answer.Value with { Number = pair.amount, Date = Person.Today }),
        };
        return Index(written).Lines.SequenceEqual(Index(pair.standing).Lines) && Index(written).Shown == Index(pair.standing).Shown;
    });

    [Fact]
    public void The_next_action_is_answered_recommended_and_a_gain() => Holds(Standings.Any, standing =>
        NextAction.All(Shipped.Items, Shipped.Rules, standing).All(action =>
            Shipped.Items[action.ItemId] is { Recommend: true, Effort: not null }
            && (action.LiftsGate || (action.Gain > 0 && Index(standing).Lines.Any(line => line.ItemId == action.ItemId)))));

    [Fact]
    public void What_is_asked_for_a_figure_brings_it_unless_nothing_is_left_to_ask() => Holds(Standings.Any, standing =>
    {
        var asked = ForAFigure(standing);
        var answered = asked.Aggregate(standing, (before, id) => With(before, id, AnAnswer(id)));
        return asked.Count > 0
            ? Index(standing).Shown is null && (Index(answered).Shown is not null || ForAFigure(answered).Count == 0)
            : Index(standing).Shown is not null || Questions.Unanswered(Shipped.Items, standing, Shipped.All).Count == 0;
    });

    private static IReadOnlyList<string> ForAFigure(Standing standing) =>
        Questions.ForAFigure(Shipped.Items, Shipped.Rules, standing, Shipped.All);

    private static Answer AnAnswer(string id) => new(
        id switch
        {
            Item.BillCalendar => "huabei",
            Item.MonthsOnTime => "m0",
            _ => Shipped.Items[id].Shares.FirstOrDefault(share => share.Value is Share.Of).Key ?? "none",
        },
        Person.Now);

    private static Gen<(Standing Standing, PaidMonth Month)> Logged =>
        from standing in Standings.Any
        from month in Gen.Choose(0, 40)
        from due in Gen.Choose(1, 3)
        select (standing, new PaidMonth(Person.Today.ToYearMonth().PlusMonths(-month), due, 0));

    // What a month, logged new or filled in, changes: the record's points and the index.
    private static (decimal Record, decimal Index) Compare(Standing standing, PaidMonth month)
    {
        if (standing.Months.Any(other => other.Month == month.Month))
        {
            return default;
        }

        var after = standing with { Months = [month, .. standing.Months] };
        return (Earned(after) - Earned(standing), Index(after).Unrounded - Index(standing).Unrounded);
    }

    private static decimal Earned(Standing standing) => Index(standing).Lines.SingleOrDefault(line => line.ItemId == "R2")?.Earned ?? 0;

    private static int Cap(Readiness index) => index.Gates.Count == 0 ? 100 : index.Gates[0].Cap;

    private static Standing With(Standing standing, string id, Answer answer) =>
        standing with { Answers = new Dictionary<string, Answer>(standing.Answers) { [id] = answer } };

    private static NextAction? Next(Standing standing) => NextAction.Choose(Shipped.Items, Shipped.Rules, standing);

    private static Readiness Index(Standing standing) => ReadinessIndex.Compute(Shipped.Items, Shipped.Rules, standing);

    private static void Holds<T>(Gen<T> gen, Func<T, bool> law) =>
        Prop.ForAll(gen.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));
}
