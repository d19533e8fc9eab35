using NodaTime;
using Ontime.Admin;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Tests.Reminders;
using Ontime.Tests.Walk;
using Ontime.Words;

namespace Ontime.Tests.Admin;

using Bills = Ontime.Tests.Bills.Talks;

public class ReportsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);
    private static readonly Operator Who = new(null, null, null);
    private static readonly Renderer Renderer = new(Shipped.Set);

    private static readonly Figures Full = new(
        new Dictionary<string, long>
        {
            ["people.active.en"] = 10, ["people.active.zh-Hans"] = 30, ["people.banned.en"] = 1,
            ["active.20261122"] = 12, ["active.20261121"] = 6, ["joined.20261122"] = 3, ["week.20261116"] = 25,
            ["done.R4"] = 41, ["done.R3"] = 1, ["stop.R3"] = 4, ["stop.gone"] = 5, ["index.3"] = 7, ["index.4"] = 2,
            ["due.Paid.2026-11"] = 8, ["due.PaidLate.2026-11"] = 1, ["due.Minimum.2026-11"] = 1,
            ["told.Before.2"] = 9, ["answered.Before.2"] = 5, ["ignored.Before.2"] = 3, ["muted.Before.2"] = 1,
        },
        Outbox: 3, Lag: Duration.FromSeconds(65), DeadLetters: 2, Now);

    [Fact]
    public void The_figures_are_said_in_order()
    {
        var people = Say(StatsReport.Of(Full, StatsPart.People, Shipped.Set));
        people.ShouldStartWith("<b>People: 41</b>\n• active 40 (English 10, 中文 30)\n• banned 1 (English 1)\n");
        people.ShouldContain("11-22 ▰▰▰▰▰▰ 12, +3\n11-21 ▰▰▰▱▱▱ 6, +0\n11-20 ▱▱▱▱▱▱ 0, +0");
        people.ShouldContain("11-16 ▰▰▰▰▰▰ 25, +3");
        people.ShouldEndWith("Waiting to be sent: 3, the oldest for 65 s. Errors kept: 2.");

        var checklist = Say(StatsReport.Of(Full, StatsPart.Checklist, Shipped.Set));
        checklist.ShouldContain("▰▰▰▰▰▰ 100% ");
        checklist.ShouldContain("▰▱▱▱▱▱ 2% ");
        checklist.ShouldContain("• 5 at gone\n• 4 at ");
        checklist.ShouldContain("60–79 ▰▰▰▰▰▰ 7\n80–100 ▰▰▱▱▱▱ 2");

        var reminders = Say(StatsReport.Of(Full, StatsPart.Reminders, Shipped.Set));
        reminders.ShouldContain("2026-11: 90% of 10\n2026-10: – of 0");
        reminders.ShouldContain("• three days before 2: told 9, answered 5, ignored 3, muted 1");
    }

    [Fact]
    public void An_empty_coach_has_figures_too()
    {
        foreach (var part in Enum.GetValues<StatsPart>())
        {
            Say(StatsReport.Of(new Figures(new Dictionary<string, long>(), 0, null, 0, Now), part, Shipped.Set)).ShouldNotContain("NaN");
        }
    }

    [Fact]
    public void A_person_is_shown_without_amounts_names_and_answers()
    {
        var said = Say(PersonReport.Of(Lin(), History, Shipped.Set, Who, Now));

        said.ShouldContain("<b>1</b>: active, English, Asia/Shanghai");
        said.ShouldContain("• 12-10 Huabei");
        said.ShouldContain("2026-11-22 04:00 due date: paid on time");
        foreach (var secret in (string[])["1,234", "salary", "Nothing overdue", "let you see"])
        {
            said.ShouldNotContain(secret);
        }
    }

    [Fact]
    public void Who_agrees_to_it_is_shown_with_them_until_it_ends()
    {
        var shown = Say(PersonReport.Of(Lin() with { Support = Now + Duration.FromMinutes(1) }, History, Shipped.Set, Who, Now));
        shown.ShouldContain("¥1,234");
        shown.ShouldContain("salary bill");
        shown.ShouldContain("let you see");

        Say(PersonReport.Of(Lin() with { Support = Now }, History, Shipped.Set, Who, Now)).ShouldNotContain("¥1,234");
    }

    [Fact]
    public void A_dead_letter_can_be_tried_again_or_dropped_by_its_number()
    {
        var message = DeskReports.Errors([new Letter(7, Now, 42, "Said", "R4", "IOException at <Main>")], 9);

        Say(message).ShouldContain("7 · 2026-11-22 04:00 · 42: Said at R4. <code>IOException at &lt;Main&gt;</code>");
        message.Rows.Single().Select(button => button.Data).ShouldBe(["a:retry 7 42", "a:drop 7"]);
    }

    [Fact]
    public void The_audit_tells_orders_from_attempts()
    {
        var said = Say(DeskReports.Audit([(Now, new Audited(900, "ban", 42, false)), (Now, new Audited(13, "admin", null, true)), (Now, new Audited(900, "stats", null, false))]));

        said.ShouldContain("900: ban 42\n2026-11-22 04:00 · 13, no admin, tried admin\n2026-11-22 04:00 · 900: stats");
    }

    [Fact]
    public void Every_event_of_a_person_has_words_in_both_languages()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var kind in (string[])[EventKinds.Joined, EventKinds.Told, EventKinds.Paid, EventKinds.Outcome, EventKinds.Consent, EventKinds.Operator, EventKinds.Alarm, EventKinds.Looped])
            {
                Shipped.Set.Texts(language).Has($"admin.kind.{kind}").ShouldBeTrue(kind);
            }
        }
    }

    private static IReadOnlyList<(Instant, Event)> History =>
    [
        (Now, new Event(EventKinds.Joined, new Dictionary<string, string>())),
        (Now, new Event(EventKinds.Answered, new Dictionary<string, string> { ["step"] = "R4", ["option"] = "none" })),
        (Now, new Event(EventKinds.Paid, new Dictionary<string, string> { ["how"] = "Paid", ["due"] = "2026-11-10" })),
    ];

    private static Member Lin()
    {
        var bill = Bills.Bill() with { Name = "salary bill", Amount = 1234, Past = [] };
        var member = People.With("Asia/Shanghai", Now, bill) with { Language = Language.En, Amounts = Now };
        return member with { Answers = member.Answers.SetItem("R4", new Answer("none", Now)) };
    }

    /// <summary>In English; the other language only has to have all of it.</summary>
    private static string Say(Message message)
    {
        Renderer.Render(Language.ZhHans, message).Html.ShouldNotContain("{");
        Renderer.Render(Language.ZhHans, message).Rows.SelectMany(row => row).ShouldAllBe(button => !button.Label.Contains('{'));
        return Renderer.Render(Language.En, message).Html;
    }
}
