using NodaTime;
using Ontime.Emulator;
using Ontime.Members;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot.Tests.Host;

/// <summary>Who asked to be forgotten gets a farewell and nothing else, whatever was under way.</summary>
public sealed class ForgetTests
{
    [Fact]
    public void What_the_same_batch_had_decided_before_is_not_sent_and_its_taps_are_answered()
    {
        var (write, texts) = Fold("hello", "tap", "poison", "export", "one", "forget");
        texts.ShouldBe(["", "bye"]);
        EffectCodec.Read(write.Outbox[0].Body).Effects.ShouldBe([new Effect.Answer("7", null)]);
        write.DeadLetters.ShouldBeEmpty();
        write.Members.ShouldBeEmpty();
        write.Events.ShouldBeEmpty();
        write.Forgotten.ShouldBe([1]);
    }

    [Fact]
    public void Who_joins_forgets_and_joins_again_in_one_batch_starts_anew()
    {
        var (write, texts) = Fold("hello", "one", "forget", "hello", "two");
        texts.ShouldBe(["bye", "ask", "ask"]);
        write.Members.ShouldHaveSingleItem().Version.ShouldBe(1);
        write.Events.Count.ShouldBe(1);
        write.Forgotten.ShouldBe([1]);
    }

    [Theory]
    [InlineData("one", Engine.Sqlite)]
    [InlineData("long", Engine.Sqlite)]
    [InlineData("export", Engine.Sqlite)]
    [InlineData("long", Engine.Postgres)]
    public async Task What_waits_to_be_sent_is_taken_back(string word, string engine)
    {
        await using var run = await HostRun.StartAsync(engine: engine);
        var lin = await run.MemberAsync(1);
        var method = word == "export" ? "sendDocument" : "sendMessage";
        var before = run.Emulator.Journal.CallsOf(method).Count;
        run.Emulator.Faults.Next(method, 1, 1, new Fault.Throttle(30));
        lin.Say(word);
        await run.CallsAsync(method, before + 1);
        await Until.TrueAsync(() => run.Log.All.Contains("Throttled"));
        lin.Say("forget");
        await lin.WaitFor(chat => chat.Pending == 0);
        await Until.TrueAsync(() => run.Log.All.Contains("again in 30"));
        run.Advance(Duration.FromSeconds(31));
        await lin.WaitFor(chat => chat.LastMessage!.Text == "All is erased");
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Question 1", "All is erased"]);
        run.Emulator.Journal.Early.ShouldBeEmpty();
        await NothingIsLeftAsync(run);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Of_what_is_being_sent_only_the_call_under_way_is_finished(string engine)
    {
        await using var run = await HostRun.StartAsync(engine: engine);
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("sendMessage", 1, 1, new Fault.Delay(TimeSpan.FromMilliseconds(300)));
        lin.Say("long");
        await run.CallsAsync("sendMessage", 2);
        lin.Say("forget");
        await lin.WaitFor(chat => chat.LastMessage!.Text == "All is erased");
        lin.Chat.FromBot.Count.ShouldBe(3);
        await NothingIsLeftAsync(run);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task B44_A_tap_from_before_is_answered_even_by_the_next_process(string engine)
    {
        await using var run = await HostRun.StartAsync(engine: engine);
        var lin = await ForgottenWhileATapWaitsAsync(run);
        (await run.StopBotAsync()).ShouldBe(0);
        lin.LastTap!.Answered.ShouldBeFalse();

        run.Advance(Duration.FromSeconds(11));
        run.StartBot();
        await lin.SettledAsync();
        lin.Chat.FromBot[^1].Text.ShouldBe("All is erased");
        await NothingIsLeftAsync(run);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_tap_from_before_is_answered_once(string engine)
    {
        await using var run = await HostRun.StartAsync(engine: engine);
        var lin = await ForgottenWhileATapWaitsAsync(run);
        run.Advance(Duration.FromSeconds(11));
        await lin.SettledAsync();
        await NothingIsLeftAsync(run);
        run.Emulator.Journal.CallsOf("answerCallbackQuery").Count.ShouldBe(2);
    }

    [Fact]
    public void What_the_audit_gets_in_the_transaction_that_forgets_somebody_does_not_name_them()
    {
        var now = Instant.FromUtc(2026, 11, 22, 4, 0);
        var coach = new Coach(DialogFolder.Load(DialogFolder.Default()).Set!, new Operator("Ada", null, "bot") { AdminIds = [900] });
        var (lin, admin) = (new Ontime.Person(1, "Lin", "en"), new Ontime.Person(900, "Chef", "en"));
        var member = new Member { ChatId = 1, Version = 1, Language = Language.En, Zone = "Asia/Shanghai", Joined = now, LastInput = now };
        var row = new MemberRow(1, 1, MemberCodec.Write(member), null, "active", "en", "", null);
        Incoming[] batch =
        [
            new(900, 1, new Input.Said(admin, "/admin user 1", 5, now)),
            new(1, 2, new Input.Said(lin, "/admin stats", 6, now)),
            new(1, 3, new Input.Said(lin, "forget", 7, now)),
        ];
        var turns = new Handle((known, input, at) => input is Input.Said { Text: "forget" } ? ScriptedCore.Handle(known, input, at) : coach.Handle(known, input, at));

        var write = new Fold(turns, batch, new TurnLoad(new Dictionary<long, MemberRow> { [1] = row }, [1, 2, 3], null), new RecentMembers(), now).Run(Deliveries.None);

        write.Forgotten.ShouldBe([1]);
        write.Audit.ShouldBe([new AuditRow(now, 900, "user", null, Refused: false)]);
    }

    private static async Task<Ontime.Emulator.Person> ForgottenWhileATapWaitsAsync(HostRun run)
    {
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("answerCallbackQuery", new Fault.Throttle(10));
        lin.Tap("Yes");
        await Until.TrueAsync(() => run.Log.All.Contains("again in 10"));
        lin.Say("forget");
        await lin.WaitFor(chat => chat.Pending == 0);
        return lin;
    }

    /// <summary>One transaction over what a new person says; and of each message it would send the key of its text.</summary>
    private static (TurnWrite Write, IReadOnlyList<string> Texts) Fold(params IReadOnlyList<string> words)
    {
        var (who, now) = (new Ontime.Person(1, "Lin", "en"), Instant.FromUtc(2026, 11, 22, 4, 0));
        var batch = words.Select(word => new Incoming(
            1, null, word == "tap" ? new Input.Tapped(who, "q1:yes", 5, "7") : new Input.Said(who, word, 6, now))).ToList();
        var write = new Fold(ScriptedCore.Handle, batch, new TurnLoad(new Dictionary<long, MemberRow>(), [], null), new RecentMembers(), now).Run(Deliveries.None);
        return (write, [.. write.Outbox.Select(row =>
            string.Concat(EffectCodec.Read(row.Body).Effects.OfType<Effect.Say>().Select(say => say.Message.Lines[0].Key)))]);
    }

    private static async Task NothingIsLeftAsync(HostRun run)
    {
        run.Emulator.Journal.Unanswered.ShouldBeEmpty();
        await using var store = await run.StoreAsync();
        (await store.MemberAsync(1, CancellationToken.None)).ShouldBeNull();
        (await store.EventsAsync(1, CancellationToken.None)).ShouldBeEmpty();
        (await store.PostsAsync(1, CancellationToken.None)).ShouldBeEmpty();
        (await store.DeadLettersAsync(10, CancellationToken.None)).ShouldBeEmpty();
        (await store.PendingAsync(0, 10, CancellationToken.None)).ShouldBeEmpty();
    }
}
