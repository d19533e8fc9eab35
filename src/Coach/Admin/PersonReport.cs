using NodaTime;
using Ontime.Bills;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Admin;

/// <summary>How it stands with one person: what is open, what comes, how due dates ended. Amounts, names of bills and answers only while the person agrees to it.</summary>
public static class PersonReport
{
    private const int History = 12, Ahead = 5;

    private static readonly HashSet<string> Told = [EventKinds.Joined, EventKinds.Told, EventKinds.Paid, EventKinds.Outcome, EventKinds.Consent, EventKinds.Operator, EventKinds.Alarm, EventKinds.Looped];

    /// <param name="history">Oldest first.</param>
    public static Message Of(Member member, IReadOnlyList<(Instant At, Event Happened)> history, DialogSet set, Operator who, Instant now)
    {
        var talk = new Talk(set, who, member, now);
        var shown = member.Support is { } until && until > now;
        var id = DeskReports.Id(member.ChatId);
        List<Line> lines =
        [
            Lines.Of("admin.user.head", ("id", Lines.Words(id)), ("state", new Arg.Text($"admin.state.{Counting.Status(member)}")), ("language", StatsReport.Name(member.Language)), ("zone", Lines.Words(member.Zone))),
            Lines.Of("admin.user.since", ("joined", Lines.At(member.Joined)), ("seen", Lines.At(member.LastInput))),
            member.Top is { Open: { } open } top ? Lines.Of("admin.user.open", ("step", Lines.Step(set, top.Step)), ("at", Lines.At(open.Shown))) : new Line("admin.user.nothing_open"),
            member.DueAt is { } due ? Lines.Of("admin.user.next", ("at", Lines.At(due))) : new Line("admin.user.no_next"),
            .. Bills(talk, shown),
            .. shown ? Answers(talk) : [],
            .. Happened(set, history),
        ];
        return new Message(lines,
        [
            [Button("reply", new Order.Reply(member.ChatId)), Button("pause", new Order.Pause(member.ChatId))],
            [Button("reset_ask", new Order.Reset(member.ChatId, Sure: false)), member.Banned is null ? Button("ban_ask", new Order.Ban(member.ChatId, Sure: false)) : Button("unban", new Order.Unban(member.ChatId))],
        ]);
    }

    private static IEnumerable<Line> Bills(Talk talk, bool shown)
    {
        var ahead = talk.Member.Bills.Where(bill => !bill.Muted).Select(bill => (Bill: bill, Due: Cycles.Next(bill, talk.Today))).Where(next => next.Due is not null).OrderBy(next => next.Due).Take(Ahead).ToList();
        yield return Lines.Of("admin.user.bills", ("n", Lines.Number(talk.Member.Bills.Count)));
        foreach (var (bill, due) in ahead)
        {
            var kind = new Arg.Text($"bill.{bill.Kind.ToString().ToLowerInvariant()}");
            yield return Lines.Of("admin.user.bill", ("date", Lines.On(due!.Value)), ("bill", shown ? BillBindings.Name(talk, bill) : kind));
            if (shown && bill.Amount is { } amount)
            {
                yield return Lines.Of("admin.user.amount", ("amount", new Arg.Money(amount)));
            }
        }
    }

    private static IEnumerable<Line> Answers(Talk talk) =>
    [
        Lines.Of("admin.user.shown", ("date", Lines.At(talk.Member.Support!.Value))),
        .. talk.Member.Answers
            .Select(answer => (Step: talk.Set.Find(answer.Key), Answer: answer.Value))
            .Where(answer => answer.Step is not null)
            .Select(answer => (Name: Lines.Step(talk.Set, answer.Step!.Id), Words: AnswerWords.Of(talk, answer.Step!, answer.Answer)))
            .Where(answer => answer.Words is not null)
            .Select(answer => Lines.Of("admin.user.answer", ("name", answer.Name), ("answer", answer.Words!))),
    ];

    private static IEnumerable<Line> Happened(DialogSet set, IReadOnlyList<(Instant At, Event Happened)> history)
    {
        var last = history.Where(one => Told.Contains(one.Happened.Kind)).TakeLast(History).Reverse().ToList();
        return last.Count == 0 ? [] : [new Line("admin.user.history"), .. last.Select(one => Lines.Of(
            "admin.user.event", ("at", Lines.At(one.At)), ("kind", new Arg.Text($"admin.kind.{one.Happened.Kind}")), ("how", How(set, one.Happened))))];
    }

    /// <summary>What is said of an event: its outcome, the step of the chain, what a consent was for; never a number or a word of the person's.</summary>
    private static Arg How(DialogSet set, Event happened)
    {
        var data = happened.Data;
        var word = data.GetValueOrDefault("how") ?? data.GetValueOrDefault("step") ?? data.GetValueOrDefault("what") ?? data.GetValueOrDefault("to");
        string[] keys = word is null ? [] : [$"admin.how.{word.ToLowerInvariant()}", $"admin.chain.{word.ToLowerInvariant()}"];
        return keys.FirstOrDefault(set.Texts(Language.En).Has) is { } key ? new Arg.Text(key) : Lines.Words(word ?? "");
    }

    private static Button Button(string label, Order order) => DeskWords.Button($"admin.button.{label}", order);
}
