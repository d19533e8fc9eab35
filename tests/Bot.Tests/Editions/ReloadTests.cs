using System.Text.RegularExpressions;
using Ontime.Bot.Tests.Host;
using Ontime.Emulator;

namespace Ontime.Bot.Tests.Editions;

using Person = Ontime.Emulator.Person;

/// <summary>An admin reloads while people are inside.</summary>
public sealed class ReloadTests
{
    private const long Boss = 77;
    private const string Moved = "The questions have changed a little";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Whoever_stands_at_a_renamed_step_or_an_old_one_goes_on_with_the_buttons_they_have(string engine)
    {
        await using var run = await StartedAsync(engine);
        var (lin, wei, boss) = (await InsideAsync(run, 1), await InsideAsync(run, 2), run.Emulator.Person("Boss", Boss, "en"));
        var aim = Asked(lin);
        wei.Tap(wei.LastMessage!, wei.LastMessage!.Keyboard[0][0].Data!);
        var bill = await NextAsync(wei, aim);
        DialogFiles.Rewrite(run, content => Regex.Replace(Renamed(content), "(?m)^  G9:.*$", "  G9:\n    renamed_from: G1"));

        var look = await OrderAsync(boss, "/admin reload", "2 inside:");
        look.Text.Split('\n')[1].ShouldBe("2 inside: 1 go on, 1 mapped, 0 set back.");
        look.Text.ShouldContain("items.yaml");
        await PressAsync(boss, look, "Edition 2 is in force.");

        lin.Tap(aim, aim.Keyboard[0][0].Data!);
        wei.Tap(bill, bill.Keyboard[0][0].Data!);
        await NextAsync(lin, aim);
        await NextAsync(wei, bill);
        lin.Chat.FromBot.Concat(wei.Chat.FromBot).ShouldNotContain(message => message.Text.Contains(Moved));
        lin.Chat.FromBot.ShouldContain(message => message.Text.Contains("Your aim: never pay late ✓"));
        await run.EndAsync();
        (await DialogFiles.InStoreAsync(run)).ShouldBe((2, 2, 1));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Whoever_stands_at_a_step_that_is_gone_is_told_and_asked_anew_and_the_way_back_leads_back(string engine)
    {
        await using var run = await StartedAsync(engine);
        var (lin, boss) = (await InsideAsync(run, 1), run.Emulator.Person("Boss", Boss, "zh-hans"));
        DialogFiles.Rewrite(run, Renamed);

        var look = await OrderAsync(boss, "/admin reload", "1 人正在对话");
        look.Text.ShouldContain("1 人正在对话：0 人照常，0 人换了步骤名，1 人要退回。");
        look.Text.ShouldContain("从这些步骤退回：G1");
        await PressAsync(boss, look, "第 2 版已启用");
        await AnsweredAnewAsync(lin);

        var before = await OrderAsync(boss, "/admin reload back", "上一套是第 1 版");
        before.Text.ShouldContain("1 人要退回");
        await PressAsync(boss, before, "第 1 版已启用");
        await AnsweredAnewAsync(lin);
        await OrderAsync(boss, "/admin reload back", "前面没有别的版本");

        // A start does not undo what the admin did, although the folder holds the newer files.
        await run.StopBotAsync();
        run.StartBot();
        await OrderAsync(boss, "/admin reload", "文件可以启用");
        await run.EndAsync();
        (await DialogFiles.InStoreAsync(run)).ShouldBe((2, 1, null));
    }

    [Fact]
    public async Task A_set_with_a_fault_is_refused_whole_with_file_line_and_step_and_the_old_one_goes_on()
    {
        await using var run = await StartedAsync();
        var (lin, boss) = (await InsideAsync(run, 1), run.Emulator.Person("Boss", Boss, "en"));
        DialogFiles.Rewrite(run, content => Renamed(content).Replace("go: first.bills", "go: first.nowhere", StringComparison.Ordinal));

        var refused = await OrderAsync(boss, "/admin reload", "Refused.");

        Regex.IsMatch(refused.Text, @"first\.yaml:\d+: step first\.goal: .*first\.nowhere").ShouldBeTrue(refused.Text);
        refused.Keyboard.ShouldBeEmpty();
        var aim = Asked(lin);
        lin.Tap(aim, aim.Keyboard[0][0].Data!);
        await NextAsync(lin, aim);
        lin.Chat.FromBot.ShouldContain(message => message.Text.Contains("Your aim: never pay late ✓"));
        await run.EndAsync();
        (await DialogFiles.InStoreAsync(run)).ShouldBe((1, 1, null));
    }

    [Fact]
    public async Task Files_that_change_between_the_look_and_the_order_are_shown_again_and_not_taken_unseen()
    {
        await using var run = await StartedAsync();
        var boss = run.Emulator.Person("Boss", Boss, "en");
        await OrderAsync(boss, "/admin reload", "There’s nothing to do.");
        DialogFiles.Write(run, ("house.help: |-\n", "house.help: |-\n  One.\n"));
        var look = await OrderAsync(boss, "/admin reload", "Changed: text/en.yaml, text/zh-Hans.yaml");
        DialogFiles.Write(run, ("house.help: |-\n", "house.help: |-\n  Two.\n"));

        var again = await PressAsync(boss, look, "The files changed since you looked");
        await PressAsync(boss, again, "Edition 2 is in force.");

        await run.EndAsync();
        (await DialogFiles.InStoreAsync(run)).ShouldBe((2, 2, 1));
    }

    private static async Task<HostRun> StartedAsync(string engine = Engine.Sqlite)
    {
        var run = await HostRun.PrepareAsync(engine: engine);
        run.AdminIds = [Boss];
        DialogFiles.Write(run);
        run.StartBot();
        return run;
    }

    private static string Renamed(string content) => Regex.Replace(content, @"\bG1\b", "G9");

    /// <summary>Somebody with the first question open.</summary>
    private static async Task<Person> InsideAsync(HostRun run, long id)
    {
        var person = run.Emulator.Person("Lin", id, "en");
        await person.SayAsync("/start");
        await person.TapAsync("Start");
        await person.TapAsync(person.LastMessage!, person.LastMessage!.Keyboard[0][0].Data!);
        return person;
    }

    private static ChatMessage Asked(Person person) => person.Chat.FromBot.Last(message => message.Keyboard.Count > 0);

    /// <summary>The question that follows, by a text of its own.</summary>
    private static async Task<ChatMessage> NextAsync(Person person, ChatMessage before)
    {
        await person.WaitFor(chat => chat.FromBot.LastOrDefault(message => message.Keyboard.Count > 0) is { } asked && asked.Text != before.Text, Patience);
        await person.SettledAsync();
        return Asked(person);
    }

    private static async Task AnsweredAnewAsync(Person person)
    {
        var moved = person.Chat.FromBot.Count(IsMoved);
        person.Say("never pay late");
        await person.WaitFor(chat => chat.FromBot.Count(IsMoved) > moved, Patience);
        await person.SettledAsync();
        Asked(person).Text.ShouldContain("what matters most to you?");

        bool IsMoved(ChatMessage message) => message.Text.Contains(Moved);
    }

    private static async Task<ChatMessage> OrderAsync(Person boss, string words, string answer)
    {
        boss.Say(words);
        await boss.WaitFor(chat => chat.LastMessage?.Text.Contains(answer) == true, Patience);
        return boss.LastMessage!;
    }

    private static async Task<ChatMessage> PressAsync(Person boss, ChatMessage look, string answer)
    {
        boss.Tap(look, look.Keyboard[0][0].Data!);
        await boss.WaitFor(chat => chat.LastMessage?.Text.Contains(answer) == true, Patience);
        return boss.LastMessage!;
    }
}
