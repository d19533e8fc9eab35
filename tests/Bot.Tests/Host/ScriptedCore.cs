using System.Collections.Frozen;
using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Bot.Tests.Host;

/// <summary>
/// A core of a few rules, so that tests of the shell do not depend on what the coach says. Every word counts once, every valid tap counts once.
/// </summary>
internal static class ScriptedCore
{
    public static DialogSet Dialogs { get; } = new(
        [],
        new Dictionary<Language, Texts> { [Language.En] = Texts("en"), [Language.ZhHans] = Texts("zh") }.ToFrozenDictionary(),
        null!, null!, null!, null!, []);

    public static Turn Handle(Member? member, Input input, Instant now) => (member, input) switch
    {
        (_, Input.Said { Text: "poison" }) => throw new InvalidOperationException("It cannot be swallowed: secret words of a person."),
        (_, Input.InGroup group) => new Turn(
            null, Language.En, [.. Answers(group.QueryId), new Effect.Say("group", new Message(new Line("group")))], []),
        (null, Input.Said said) => Ask(Born(said.From.Id, said.From.Name, now), [], now),
        (null, Input.Tapped tap) => new Turn(null, Language.En, [new Effect.Answer(tap.QueryId, new Line("stranger"))], []),
        (null, _) => new Turn(null, Language.En, [], []),
        (_, Input.Said said) => Said(member, said, now),
        (_, Input.Tapped tap) => Tapped(member, tap, now),
        (_, Input.Wake) => new Turn(
            member with { DueAt = null }, member.Language, [new Effect.Say("reminder", new Message(new Line("reminder")))], []),
        (_, Input.Reachable reachable) => new Turn(member with { Reachable = reachable.Yes }, member.Language, [], []),
        (_, Input.NotDeleted) => Say(member, new Line("undeleted")),
        (_, Input.Showed) => Ask(member, [], now),
        _ => new Turn(member, member.Language, [], []),
    };

    private static Turn Said(Member member, Input.Said said, Instant now) => said.Text.Split(' ')[0] switch
    {
        "wake" => new Turn(member with { DueAt = now + Duration.FromMinutes(int.Parse(said.Text.Split(' ')[1])) }, member.Language, [], []),
        "silent" => new Turn(Counted(member, now), member.Language, [], [Heard(said)]),
        "long" => Say(member, new Line("long")),
        "bad" => Say(member, new Line("bad")),
        "name" => Say(member, new Line("words", "words", new Arg.Words(member.Name ?? "?"))),
        "payload" or "/start" => Say(member, new Line("words", "words", new Arg.Words(said.Text))),
        "at" => Say(member, new Line("words", "words", new Arg.Words($"{said.At}"))),
        "delete" => new Turn(member, member.Language, [new Effect.Delete(said.MessageId)], []),
        "again" => new Turn(member, member.Language, [new Effect.Edit("q", null, Question(member.Asked))], []),
        "export" => new Turn(member, member.Language, [new Effect.File(FileKind.Export)], []),
        "forget" => new Turn(null, member.Language, [new Effect.Say("bye", new Message(new Line("bye")))], [], Forget: true),
        "buttons" => new Turn(member, member.Language, [new Effect.Say("wide", new Message([new Line("long")], Wide()))], []),
        _ => Ask(Counted(member, now), [new Effect.Strip("q", null)], now, Heard(said)),
    };

    private static Turn Tapped(Member member, Input.Tapped tap, Instant now) => tap.Data == $"q{member.Asked}:yes"
        ? Ask(Counted(member, now), [
            new Effect.Answer(tap.QueryId, null),
            new Effect.Edit("q", tap.MessageId, new Message(new Line("answered", "n", new Arg.Number(member.Asked))))], now, new Event(EventKinds.Answered, Nothing))
        : new Turn(member, member.Language, [new Effect.Answer(tap.QueryId, new Line("stale"))], []);

    private static Turn Ask(Member member, IReadOnlyList<Effect> first, Instant now, params IReadOnlyList<Event> events)
    {
        var asked = member with { Asked = member.Asked + 1, LastInput = now };
        return new Turn(asked, member.Language, [.. first, new Effect.Say("q", Question(asked.Asked))], events);
    }

    private static Turn Say(Member member, Line line) =>
        new(member, member.Language, [new Effect.Say("said", new Message([line], [[new Button("x:x", new Line("yes"))]]))], []);

    private static Message Question(int n) => new(
        [new Line("ask", "n", new Arg.Number(n))], [[new Button($"q{n}:yes", new Line("yes")), new Button($"q{n}:no", new Line("no"))]]);

    private static List<List<Button>> Wide() =>
        [.. Enumerable.Range(0, 12).Select(row => Enumerable.Range(0, 8).Select(n => new Button($"{row}:{n}:{new string('z', 50)}", new Line("yes"))).ToList())];

    private static Member Born(long chat, string? name, Instant now) => new()
    {
        ChatId = chat, Language = Language.En, Name = name, Zone = "Asia/Shanghai", Joined = now, LastInput = now,
    };

    /// <summary>The field that counts what took effect.</summary>
    private static Member Counted(Member member, Instant now) => member with { Answered = member.Answered + 1, LastInput = now };

    private static Event Heard(Input.Said said) => new(EventKinds.Answered, new Dictionary<string, string> { ["text"] = said.Text });

    private static IEnumerable<Effect> Answers(string? query) => query is null ? [] : [new Effect.Answer(query, null)];

    private static readonly Dictionary<string, string> Nothing = [];

    private static Texts Texts(string language) => new(
        new Dictionary<string, string>
        {
            ["ask"] = "Question {n}",
            ["answered"] = "Answered {n}",
            ["yes"] = "Yes",
            ["no"] = "No",
            ["stale"] = "That was before",
            ["stranger"] = "Who are you",
            ["group"] = "Only in private: t.me/bot",
            ["undeleted"] = "Please delete it yourself",
            ["reminder"] = "It is time",
            ["bye"] = "All is erased",
            ["words"] = "You are {words}",
            ["bad"] = "<b>broken <i>markup</b>",
            ["long"] = string.Join('\n', Enumerable.Range(0, 120).Select(n => $"{n} <b>a long line</b> with 😀 and &lt;signs&gt; in it, and more of it")),
            ["house.fault"] = $"Something broke here ({language})",
            ["house.flood"] = "Slow down",
            ["command.start"] = $"begin {language}",
            ["command.help"] = $"help {language}",
        }.ToFrozenDictionary(),
        FrozenDictionary<string, IReadOnlyList<string>>.Empty,
        FrozenDictionary<string, int>.Empty);
}
