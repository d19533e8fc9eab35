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

        await admin.SayAsync(Order);
        var preview = admin.Chat.FromBot.Select(message => message.Text).ToList();
        preview.ShouldContain(text => text.Contains("你好，大家！"));
        preview.ShouldContain(text => text.Contains("Hello, all & sundry"));
        await admin.TapAsync("Everybody");
        admin.LastMessage!.Text.ShouldContain("29 people: 15 in Chinese, 14 in English.");
        admin.LastMessage.Text.ShouldContain("1 paused or out of reach");
        admin.LastMessage.Text.ShouldContain("It takes about 1 s");
        await admin.TapAsync("A copy to me");
        Copies(admin).ShouldBe(2);
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

        await people[1].TapAsync("No more of these");
        people[1].LastMessage!.Text.ShouldContain("the last announcement");
        await admin.SayAsync(Order);
        await admin.TapAsync("Everybody");
        admin.LastMessage!.Text.ShouldContain("3 people");
        admin.LastMessage.Text.ShouldContain("1 who want no announcements");
        await people[1].TapAsync("Get them again");
        await admin.TapAsync("Another group");
        await admin.TapAsync("English speakers");
        admin.LastMessage!.Text.ShouldContain("2 people: 0 in Chinese, 2 in English.");
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

        admin.LastMessage!.Text.ShouldContain(told);
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
        await admin.SayAsync(Order);

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
        await admin.SayAsync(Order);

        await admin.TapAsync("Never finished");
        admin.LastMessage!.Text.ShouldContain("2 people");
        await admin.TapAsync("Another group");
        await admin.TapAsync("Seen in 30 days");
        admin.LastMessage!.Text.ShouldContain("7 people");
        await admin.TapAsync("Another group");
        await admin.TapAsync("Has bills");
        admin.LastMessage!.Text.ShouldContain("0 people");
        admin.Button("Send it").ShouldBeNull();
        await admin.TapAsync("Another group");
        await admin.TapAsync("Stalled at a step");
        admin.LastMessage!.Text.ShouldBe("Nobody is stalled.");
        await run.EndAsync();
    }
}
