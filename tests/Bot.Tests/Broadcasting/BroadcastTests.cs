using NodaTime;
using Ontime.Bot.Tests.Host;
using Ontime.Emulator;
using Ontime.Members;

namespace Ontime.Bot.Tests.Broadcasting;

using static Crowd;

public sealed class BroadcastTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task B37_Everybody_gets_one_copy_in_their_language_and_who_is_gone_is_marked_so(string engine)
    {
        var (run, people, admin) = await PrepareAsync(30, change: (n, member) => n == 30 ? member with { Paused = Paused.All } : member, engine: engine);
        await using var _ = run;
        people[3].Deactivate();
        run.Emulator.Faults.Next("sendMessage", 9, 1, new Fault.Custom(400, "Bad Request: chat not found"));
        run.StartBot();

        await ComposeAsync(admin);
        var preview = admin.Chat.FromBot.Select(message => message.Text).ToList();
        preview.ShouldContain(text => text.Contains("你好，大家！"));
        preview.ShouldContain(text => text.Contains("Hello, all & sundry"));
        await PressAsync(admin, "Everybody");
        await ReadsAsync(admin, "29 people: 15 in Chinese, 14 in English.");
        await ReadsAsync(admin, "1 paused or out of reach");
        await ReadsAsync(admin, "It takes about 1 s");
        await PressAsync(admin, "A copy to me");
        await admin.WaitFor(_ => Copies(admin) == 2);
        admin.Tap("Send it");
        await ReadsAsync(admin, "done, 29 of 29");

        people.Where((person, index) => Copies(person) != (index is 3 or 8 or 29 ? 0 : 1)).ShouldBeEmpty();
        people[0].LastMessage!.Text.ShouldBe("你好，大家！");
        people[1].LastMessage!.Text.ShouldBe("Hello, all & sundry");
        var report = admin.Chat.FromBot.Single(message => message.Text.Contains("done"));
        report.Text.ShouldContain("Delivered: 27");
        report.Text.ShouldContain("Out of reach: 2");
        await using var store = await run.StoreAsync();
        foreach (var chat in new[] { 4, 9 })
        {
            (await store.MemberAsync(chat, CancellationToken.None))!.Status.ShouldBe("unreachable");
        }
    }

    [Fact]
    public async Task Who_wants_no_more_is_left_out_of_the_next_and_can_come_back()
    {
        var (run, people, admin) = await PrepareAsync(4);
        await using var _ = run;
        run.StartBot();
        await SendAsync(admin);
        await ReadsAsync(admin, "done, 4 of 4");

        await PressAsync(people[1], "No more of these");
        await ReadsAsync(people[1], "the last announcement");
        await ComposeAsync(admin);
        await PressAsync(admin, "Everybody");
        await ReadsAsync(admin, "3 people");
        await ReadsAsync(admin, "1 who want no announcements");
        await PressAsync(people[1], "Get them again");
        await PressAsync(admin, "Another group");
        await PressAsync(admin, "English speakers");
        await ReadsAsync(admin, "2 people: 0 in Chinese, 2 in English.");
        await run.EndAsync();
    }

    [Fact]
    public async Task A_text_in_one_language_goes_to_those_who_speak_it()
    {
        var (run, people, admin) = await PrepareAsync(6);
        await using var _ = run;
        run.StartBot();

        await SendAsync(admin, "/broadcast\nen: Hello, <b>all</b> &amp; sundry");
        await ReadsAsync(admin, "done, 3 of 3");

        people.Select(Copies).ShouldBe([0, 1, 0, 1, 0, 1]);
        await run.EndAsync();
    }

    [Theory]
    [InlineData("/broadcast\nen: <b>Hello", "<b> is not closed")]
    [InlineData("/broadcast\nzh: 好\nen: a & b", "English: “&” is written &amp;")]
    [InlineData("/broadcast\nen: <div>x</div>", "does not take <div>")]
    [InlineData("/broadcast hello", "A broadcast is one message")]
    [InlineData("/broadcast", "A broadcast is one message")]
    public async Task What_is_wrong_with_the_text_is_told_at_once_and_nothing_is_kept(string order, string told)
    {
        var (run, _, admin) = await PrepareAsync(1);
        await using var __ = run;
        run.StartBot();

        await admin.SayAsync(order);

        await ReadsAsync(admin, told);
        await run.EndAsync();
        await using var store = await run.StoreAsync();
        (await store.Broadcasts.ListAsync(10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task B53_Nobody_but_an_admin_can_compose_or_send()
    {
        var (run, people, admin) = await PrepareAsync(3);
        await using var _ = run;
        run.StartBot();
        await ComposeAsync(admin);

        await people[1].SayAsync(Order);
        people[1].ForgeTap("b:send 1", admin.LastMessage!.Id);
        await people[1].SettledAsync();

        people.Sum(Copies).ShouldBe(0);
        await run.EndAsync();
        await using var store = await run.StoreAsync();
        var draft = (await store.Broadcasts.ListAsync(10, CancellationToken.None)).ShouldHaveSingleItem();
        draft.State.ShouldBe(Ontime.Storage.BroadcastState.Draft);
        draft.Chat.ShouldBe(Admin);
    }

    [Fact]
    public async Task Stalled_and_unfinished_people_are_counted_apart()
    {
        var (run, _, admin) = await PrepareAsync(8, change: (n, member) => n switch
        {
            1 or 2 => member with { HourAsked = false },
            3 => member with { LastInput = member.LastInput - Duration.FromDays(60) },
            _ => member,
        });
        await using var __ = run;
        run.StartBot();
        await ComposeAsync(admin);

        await PressAsync(admin, "Never finished");
        await ReadsAsync(admin, "2 people");
        await PressAsync(admin, "Another group");
        await PressAsync(admin, "Seen in 30 days");
        await ReadsAsync(admin, "7 people");
        await PressAsync(admin, "Another group");
        await PressAsync(admin, "Has bills");
        await ReadsAsync(admin, "0 people");
        admin.Button("Send it").ShouldBeNull();
        await PressAsync(admin, "Another group");
        await PressAsync(admin, "Stalled at a step");
        await ReadsAsync(admin, "Nobody is stalled.");
        await run.EndAsync();
    }
}
