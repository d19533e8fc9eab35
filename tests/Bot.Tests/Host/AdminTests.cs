using NodaTime;
using Ontime.Admin;
using Ontime.Dialogs;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot.Tests.Host;

using Person = Ontime.Emulator.Person;

/// <summary>The operator's own chat with the finished bot.</summary>
public sealed class AdminTests
{
    private const long Admin = 900, Lin = 1;

    private static readonly DialogSet Shipped = DialogFolder.Load(DialogFolder.Default()).Set!;
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task The_menu_of_orders_stands_in_the_admins_chat_alone_and_goes_with_the_right_to_it(string engine)
    {
        await using var run = await StartAsync(engine);
        var mine = await run.CallsAsync("setMyCommands", 6);
        mine.Where(call => IsAdmins(call)).ShouldAllBe(call => call["scope"]!.Contains("900"));
        mine.Count(call => IsAdmins(call)).ShouldBe(3);
        await Until.TrueAsync(() => run.Log.All.Contains("in 1 chats of 1"), TimeSpan.FromSeconds(15));
        await run.StopBotAsync();

        run.StartBot();
        await run.Emulator.Person("Chef", Admin, "en").SayAsync("/admin");
        await run.StopBotAsync();
        run.Emulator.Journal.CallsOf("setMyCommands").Count.ShouldBe(6, "nothing had changed");

        run.AdminIds = [];
        run.StartBot();
        var gone = await run.CallsAsync("deleteMyCommands", 3);
        await Until.TrueAsync(() => run.Log.All.Contains("in 0 chats of 0"), TimeSpan.FromSeconds(15));
        gone.ShouldAllBe(call => call["scope"]!.Contains("900"));
        await run.EndAsync();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task B53_A_look_alike_and_a_forged_button_are_refused_and_audited_by_number(string engine)
    {
        await using var run = await StartAsync(engine);
        var admin = run.Emulator.Person("Chef", Admin, "en", "the_admin");
        await admin.SayAsync("/admin");
        var lin = await JoinAsync(run, "Chef", "the_admin");

        await lin.SayAsync("/admin ban 900 sure");
        var refused = lin.LastMessage!.Text;
        await lin.SayAsync("/adminn");
        lin.LastMessage!.Text.ShouldBe(refused);

        lin.ForgeTap("a:ban 900 sure", lin.LastMessage.Id);
        await lin.SettledAsync();
        lin.LastTap!.Answered.ShouldBeTrue();
        await admin.SayAsync("/admin audit");

        admin.LastMessage!.Text.ShouldContain("1, no admin, tried admin");
        admin.LastMessage.Text.ShouldContain("1, no admin, tried button");
        admin.Chat.FromBot.ShouldNotContain(message => message.Text.Contains("closed this conversation"));
        await using var store = await EndAsync(run);
        (await store.Statistics.AuditAsync(9, CancellationToken.None)).Select(line => (line.By, line.What, line.Refused))
            .ShouldBe([(Admin, "audit", false), (Lin, "button", true), (Lin, "admin", true), (Admin, "menu", false)]);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Feedback_comes_to_the_admin_and_their_reply_goes_back_through_the_coach(string engine)
    {
        await using var run = await StartAsync(engine);
        var admin = run.Emulator.Person("Chef", Admin, "en");
        await admin.SayAsync("/admin");
        var lin = await JoinAsync(run);
        await lin.SayAsync("/feedback");
        await lin.SayAsync("The <10th> is wrong & late");
        await admin.WaitFor(chat => chat.LastMessage!.Text == "#1 writes to you:\nThe <10th> is wrong & late");

        await admin.SayAsync("Mended, <b>thanks</b>", replyTo: admin.LastMessage!.Id);
        await lin.WaitFor(chat => chat.LastMessage!.Text == "From the person who runs this coach:\nMended, <b>thanks</b>");
        await admin.WaitFor(chat => chat.LastMessage!.Text.Contains("on its way to 1"));

        await using var store = await EndAsync(run);
        (await store.PendingAsync(0, 9, CancellationToken.None)).ShouldBeEmpty();
        (await store.EventsAsync(Lin, CancellationToken.None)).ShouldAllBe(row => !System.Text.Encoding.UTF8.GetString(row.Data).Contains("10th"));
        run.Log.All.ShouldNotContain("10th");
        run.Log.All.ShouldNotContain("Mended");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task An_order_reaches_somebody_who_has_blocked_the_bot_and_the_admin_hears_that_words_do_not(string engine)
    {
        await using var run = await StartAsync(engine);
        var admin = run.Emulator.Person("Chef", Admin, "en");
        var lin = await JoinAsync(run);
        await lin.SayAsync("/bills");
        lin.Block();
        await lin.SettledAsync();

        await admin.SayAsync("/admin message 1 hello");
        await admin.WaitFor(chat => chat.LastMessage!.Text.Contains("nothing was sent"));
        await admin.SayAsync("/admin ban 1");
        await admin.TapAsync("Yes, ban");
        await admin.WaitFor(chat => chat.LastMessage!.Text == "1 is banned.");

        await using var store = await EndAsync(run);
        (await store.MemberAsync(Lin, CancellationToken.None)).ShouldNotBeNull().Status.ShouldBe("banned");
        (await store.Statistics.CountsAsync(CancellationToken.None)).Where(count => count.Key.StartsWith("people.")).ShouldBe([new("people.banned.en", 1)]);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Every_report_comes(string engine)
    {
        await using var run = await StartAsync(engine);
        var admin = run.Emulator.Person("Chef", Admin, "en");
        var lin = await JoinAsync(run);
        await lin.TapAsync(lin.Chat.FromBot.Last(message => message.Keyboard.Count > 0), "Never pay late");
        await admin.SayAsync("/admin");

        await Pressed("Figures", "People: 1\n• active 1 (English 1)");
        await Pressed("Checklist", "Answered, of 1 people");
        await Pressed("Reminders", "No reminder of a bill has gone out yet.");
        await Pressed("Health", "Everything works.");
        await Pressed("Errors", "No errors are kept.");
        await Pressed("Audit", ": stats");
        await Pressed("Back up now", "Backup:Path");
        await admin.SayAsync("/admin user 1");
        await admin.WaitFor(chat => chat.LastMessage!.Text.StartsWith("1: active, English, "));
        await admin.SayAsync("/admin user 2");
        await admin.WaitFor(chat => chat.LastMessage!.Text.StartsWith("I keep nobody"));
        await run.EndAsync();

        async Task Pressed(string button, string words)
        {
            await admin.TapAsync(button);
            await admin.WaitFor(chat => chat.LastMessage!.Text.Contains(words));
        }
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_dead_letter_is_tried_again_by_asking_its_person_anew(string engine)
    {
        await using var run = await StartAsync(engine);
        var lin = await JoinAsync(run);
        await using (var store = await OpenAsync(run))
        {
            await store.TurnAsync(
                new TurnRequest([], [], Noon), _ => (new TurnWrite { DeadLetters = [new DeadLetter(Noon, Lin, 5, "Said", "G1", "Fault"), new DeadLetter(Noon, 7, 6, "Said", null, "Other")] }, 0),
                CancellationToken.None);
        }

        run.StartBot();
        var admin = run.Emulator.Person("Chef", Admin, "en");
        await admin.SayAsync("/admin errors");
        await admin.WaitFor(chat => chat.LastMessage!.Text.StartsWith("Errors: 2."));
        var list = admin.LastMessage!;
        await admin.TapAsync(list, "Retry 1");
        await lin.WaitFor(chat => chat.FromBot.Any(message => message.Text.Contains("mended now")) && chat.LastMessage!.Keyboard.Count > 0);
        await admin.TapAsync(list, "Drop 2");
        await admin.WaitFor(chat => chat.LastMessage!.Text == "Error 2 is dropped.");

        await using var after = await EndAsync(run);
        (await after.DeadLettersAsync(9, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_one_chat_has_for_another_is_taken_once_however_often_it_is_handed_over(string engine)
    {
        await using var run = await StartAsync(engine);
        var lin = await JoinAsync(run);
        await using var store = await OpenAsync(run);
        var tell = EffectCodec.Write(new Outgoing(Language.En, [new Effect.Tell(Lin, new Input.Ordered(new Order.Message(Lin, "hello"), Admin, Language.En))]));
        var rows = (await store.TurnAsync(
            new TurnRequest([], [], Noon), _ => (new TurnWrite { Outbox = [new OutboxRow(0, Lin, 0, tell, Noon, null, null, 0, null)] }, 0), CancellationToken.None)).Outbox;

        // Two leaders that do not know of each other yet both read it back.
        var coach = new Coach(Shipped, new Operator(null, null, null) { AdminIds = [Admin] });
        for (var again = 0; again < 2; again++)
        {
            var told = Incoming.Told(rows[0], ((Effect.Tell)EffectCodec.Read(rows[0].Body).Effects[0]).Input);
            await store.TurnAsync(
                new TurnRequest([told.ChatId], [told.UpdateId!.Value], Noon), load => (new Fold(coach.Handle, [told], load, new RecentMembers(), Noon).Run(Deliveries.None), 0), CancellationToken.None);
        }

        var pending = await store.PendingAsync(0, 9, CancellationToken.None);
        pending.Select(row => row.ChatId).ShouldBe([Lin, Admin], "the words, and the news to the admin");
        pending.ShouldNotContain(row => row.Id == rows[0].Id);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task An_order_that_waited_for_the_process_is_carried_out_at_the_next_start(string engine)
    {
        await using var run = await StartAsync(engine);
        var lin = await JoinAsync(run);
        await using (var store = await OpenAsync(run))
        {
            var tell = EffectCodec.Write(new Outgoing(Language.En, [new Effect.Tell(Lin, new Input.Ordered(new Order.Message(Lin, "hello"), Admin, Language.En))]));
            await store.TurnAsync(
                new TurnRequest([], [], Noon), _ => (new TurnWrite { Outbox = [new OutboxRow(0, Lin, 0, tell, Noon, null, null, 0, null)] }, 0), CancellationToken.None);
        }

        run.StartBot();
        var admin = run.Emulator.Person("Chef", Admin, "en");
        admin.Say("/admin");
        await lin.WaitFor(chat => chat.LastMessage!.Text.EndsWith("hello"));
        await admin.WaitFor(chat => chat.FromBot.Any(message => message.Text.Contains("on its way to 1")));
        await run.StopBotAsync();
        run.StartBot();
        await lin.SayAsync("/help");

        lin.Chat.FromBot.Count(message => message.Text.EndsWith("hello")).ShouldBe(1);
        await run.EndAsync();
    }

    private static bool IsAdmins(Ontime.Emulator.Call call) => call["commands"]!.Contains("\"admin\"");

    private static async Task<HostRun> StartAsync(string engine)
    {
        var run = await HostRun.PrepareAsync(dialogs: Shipped, engine: engine);
        run.AdminIds = [Admin];
        run.StartBot();
        await run.PolledAsync();
        return run;
    }

    private static async Task<Person> JoinAsync(HostRun run, string name = "Lin", string? username = null)
    {
        var lin = run.Emulator.Person(name, Lin, "en", username);
        await lin.SayAsync("/start");
        await lin.TapAsync("Start");
        await lin.TapAsync("I’m 18+ and I agree");
        return lin;
    }

    private static async Task<Store> OpenAsync(HostRun run)
    {
        await run.StopBotAsync();
        return await run.OpenStoreAsync();
    }

    private static async Task<Store> EndAsync(HostRun run)
    {
        await run.EndAsync();
        return await run.LookAsync();
    }
}
