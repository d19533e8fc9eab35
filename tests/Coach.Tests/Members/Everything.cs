using System.Collections.Immutable;
using NodaTime;
using Ontime.Bills;
using Ontime.Checklist;
using Ontime.Members;
using Ontime.Plan;
using Ontime.Reminders;
using Ontime.Scores;
using Ontime.Usage;

namespace Ontime.Tests.Members;

/// <summary>A member of whom everything is known that can be; nobody is.</summary>
internal static class Everything
{
    private static readonly Instant Joined = Instant.FromUtc(2026, 9, 1, 4, 0, 40);
    private static readonly LocalDate Day = new(2026, 10, 8);

    public static Member Member => new()
    {
        ChatId = 4_294_967_297,
        Version = 77,
        DueAt = After(4_000_000),
        Language = Language.ZhHans,
        Name = "林 “小” \\ <b>",
        Zone = "UTC+05:45",
        ZoneAsked = true,
        Hour = new LocalTime(20, 5),
        HourAsked = true,
        Joined = Joined,
        Amounts = After(380),
        Paused = Paused.ButBills,
        Reachable = false,
        Banned = new Ban(After(500), Said: true),
        Figure = 88,
        Support = After(600),
        QuietUntil = After(700),
        TipsSilent = true,
        Relief = new Relief(2, After(800), Goal, TipsSilent: true),
        Frames =
        [
            new Frame("items", "R1", Interrupt: true, new Open(31, 2, "lt30", After(900)), ["first.goal", "R1"], Words("part", "R1 R2")),
            new Frame("bills", "bills", interrupt: false) { Open = new Open(32, 0, null, After(901)) },
        ],
        Asked = 32,
        Answered = 30,
        Answers = Map(
            ("R1", new Answer("huabei", After(20))),
            ("R1.day", new Answer(Answer.Value, After(20))),
            ("C3", new Answer("le43", After(-5), 37.5m)),
            ("U2", new Answer(Answer.Value, After(60), Many: ["dining", "shop ping+=%"])),
            ("U3", new Answer(Answer.Value, After(60), Many: [])),
            ("I2", new Answer("soon", Joined + Duration.FromMilliseconds(61_250), Date: new LocalDate(2105, 1, 31))),
            ("D1", new Answer(Answer.Skipped, After(90), -1.25m, ["a"], Day, Again: true))),
        Passed = Moments("R5", 77),
        Plans = [new IfThen("R7", "R7.plan.payday", After(5_000), After(400)), new IfThen("U2", "U2.plan.bill", null, After(300))],
        Bills = [Card, Loan, new Bill(9, BillKind.Huabei, null, DueDay.Last, null, After(80), Muted: false, [])],
        LastBill = 11,
        Months = [new PaidMonth(new YearMonth(2026, 10), 4, 3.5m, 1, 1), new PaidMonth(new YearMonth(2026, 9), 6, 6)],
        Scores = [new Logged(Day, 650), new Logged(Day, null, "later")],
        Limits = [new Logged(Day, 12_000.5m)],
        Uses = [new Use(UseKind.Repayment, Day, 500, 3), new Use(UseKind.Application, Day)],
        Milestone = 3,
        QuietFrom = new LocalTime(21, 0),
        QuietTo = new LocalTime(9, 30, 15),
        AmountsInReminders = true,
        Spoken = [After(1), After(2)],
        Together = [new ToldTogether(After(3_000), [new ToldPart(2, Day, 3), new ToldPart(3, Day, 1)])],
        Nudges = [After(86_400)],
        NoBroadcasts = true,
        Halved = 2,
        HalvingSaid = true,
        LastInput = After(3_535_180),
        LastUnasked = After(3_185_960),
        Ignored = 4,
        QuestionsOn = Day,
        QuestionsToday = 2,
        RestUntil = Day.PlusDays(1),
        Returned = After(10),
        RetentionTold = After(11),
        DatesTold = ImmutableSortedDictionary<string, LocalDate>.Empty.Add("I2", Day),
        Nudged = After(12),
        LessonsShown = 5,
        LessonAt = After(13),
        SixMonths = new SixMonths(Day, 2, ["foundation"], Moments("proof.home", 99), Map(("C3", Goal)), "proof.spending", Day, "again"),
        PlanOffered = After(14),
        CheckIn = new CheckIn(9, Off: true, Day, 87),
    };

    /// <summary>A day that was moved, so that its past fits no run.</summary>
    private static Bill Card => new(2, BillKind.Card, "CMB =a card", DueDay.Of(31), 2_400.55m, After(460), Muted: true,
        [new Cycle(new LocalDate(2026, 10, 31), CycleState.CantPay, 7, After(7_000), Ready: true, Overdue: true), new Cycle(new LocalDate(2026, 11, 30), CycleState.Open)])
    {
        From = Day,
        AutoDebit = true,
        Account = "工资卡",
        Before = new Undone(new Cycle(new LocalDate(2026, 9, 30), CycleState.NotPaid, 3), After(8_000), 2, Goal, new Relief(3, After(9_000), null, TipsSilent: false), Goal),
        Past =
        [
            new Settled(new LocalDate(2026, 9, 30), CycleState.Paid), new Settled(new LocalDate(2026, 8, 31), CycleState.Minimum), new Settled(new LocalDate(2026, 6, 30), CycleState.NothingDue),
            new Settled(new LocalDate(2026, 5, 10), CycleState.PaidLate, 3, Kept: true), new Settled(new LocalDate(2026, 4, 10), CycleState.Paid),
        ],
    };

    private static Bill Loan => new(3, BillKind.Loan, "", null, null, After(460), Muted: false, [])
    {
        Once = new LocalDate(2026, 12, 24),
        AutoDebit = false,
        Before = new Undone(new Cycle(Day, CycleState.Part), null, 0, null, null, null),
    };

    private static Answer Goal => new("debt", After(-86_400));

    private static Instant After(int seconds) => Joined + Duration.FromSeconds(seconds);

    private static ImmutableSortedDictionary<string, Answer> Map(params ReadOnlySpan<(string Step, Answer Answer)> answers)
    {
        var map = ImmutableSortedDictionary<string, Answer>.Empty;
        foreach (var (step, answer) in answers)
        {
            map = map.Add(step, answer);
        }

        return map;
    }

    private static ImmutableSortedDictionary<string, Instant> Moments(string name, int seconds) => ImmutableSortedDictionary<string, Instant>.Empty.Add(name, After(seconds));

    private static ImmutableSortedDictionary<string, string> Words(string name, string words) => ImmutableSortedDictionary<string, string>.Empty.Add(name, words);
}
