using NodaTime;
using Ontime.Bot.Tests.Host;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Broadcasting;

using Person = Ontime.Emulator.Person;

/// <summary>People who joined long ago and have been quiet for two days, in a store that no bot has opened yet; and an admin, who is nobody's member.</summary>
internal static class Crowd
{
    public const long Admin = 777_000;

    public const string Order = "/broadcast\nzh: 你好，<b>大家</b>！\nen: Hello, <b>all</b> &amp; sundry";

    public static DialogSet Dialogs { get; } = DialogFolder.Load(DialogFolder.Default()).Set!;

    /// <summary>A bot that knows them, not started yet. Every second of them speaks English, the others Chinese.</summary>
    /// <param name="change">What is special about somebody; their number is from 1.</param>
    public static async Task<(HostRun Run, IReadOnlyList<Person> People, Person Admin)> PrepareAsync(
        int size, Delivery? delivery = null, Func<int, Member, Member>? change = null, Instant? start = null,
        string engine = Engine.Sqlite)
    {
        var options = new Emulator.EmulatorOptions { LongestPoll = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromSeconds(40), Start = start ?? Instant.FromUtc(2026, 11, 22, 4, 0) };
        var run = await HostRun.PrepareAsync(delivery, options, dialogs: Dialogs, engine: engine);
        run.AdminIds = [Admin];
        var members = Enumerable.Range(1, size).Select(n => (change ?? ((_, member) => member))(n, Member(n, run.Emulator.Now))).ToList();
        await using (var store = await run.OpenStoreAsync())
        {
            await store.TurnAsync(
                new TurnRequest([.. members.Select(member => member.ChatId)], [], run.Emulator.Now),
                _ => (new TurnWrite { Members = [.. members.Select(Row)] }, 0), CancellationToken.None);
        }

        var people = members.Select(member => run.Emulator.Person("Lin", member.ChatId, member.Language.Code())).ToList();
        foreach (var person in people)
        {
            person.Met();
        }

        return (run, people, run.Emulator.Person("Ada", Admin, "en"));
    }

    /// <summary>Writes a broadcast and waits until it is asked who it is for.</summary>
    public static async Task ComposeAsync(Person admin, string order = Order)
    {
        admin.Say(order);
        await admin.WaitFor(chat => chat.Button("Everybody") is not null);
    }

    /// <summary>Presses as soon as there is something to press.</summary>
    public static async Task PressAsync(Person person, string label)
    {
        await person.WaitFor(chat => chat.Button(label) is not null);
        await person.TapAsync(label);
    }

    /// <summary>Composes for everybody and presses until it is sent.</summary>
    public static async Task SendAsync(Person admin, string order = Order)
    {
        await ComposeAsync(admin, order);
        await PressAsync(admin, "Everybody");
        await admin.WaitFor(chat => chat.Button("Send it") is not null);
        admin.Tap("Send it");
    }

    public static Task ReadsAsync(Person admin, string part) => admin.WaitFor(chat => chat.FromBot.Any(message => message.Text.Contains(part)));

    /// <summary>How many copies somebody got.</summary>
    public static int Copies(Person person) =>
        person.Chat.FromBot.Count(message => message.Text is "你好，大家！" or "Hello, all & sundry");

    private static Member Member(int n, Instant now) => new()
    {
        ChatId = n,
        Version = 1,
        Language = n % 2 == 0 ? Language.En : Language.ZhHans,
        Zone = "Asia/Shanghai",
        Joined = now - Duration.FromDays(30),
        LastInput = now - Duration.FromDays(2),
        HourAsked = true,
    };

    private static MemberRow Row(Member member) => new(
        member.ChatId, 1, MemberCodec.Write(member), null, member.Paused == Paused.No ? "active" : "paused", member.Language.Code(), "",
        member.LastInput.InUtc().Date) { Traits = (int)member.Traits() };
}
