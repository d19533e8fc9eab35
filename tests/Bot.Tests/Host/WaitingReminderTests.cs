using NodaTime;
using Ontime.Bills;
using Ontime.Emulator;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Host;

/// <summary>A reminder that cannot be sent yet, and what the person says meanwhile.</summary>
public sealed class WaitingReminderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bill_paid_while_its_reminder_waits_is_not_spoken_of_and_the_others_are(bool killed)
    {
        var (set, faults) = DialogFolder.Load(DialogFolder.Default());
        faults.ShouldBeEmpty();
        await using var run = await HostRun.PrepareAsync(dialogs: set);
        var lin = run.Emulator.Person("Lin", 1, "en");
        await PutAsync(run, Member(run.Emulator.Now));
        run.Emulator.Faults.Next("sendMessage", 1, 1, new Fault.Throttle(600));
        run.StartBot();
        await run.CallsAsync("sendMessage", 1);

        // The poll after the one that brought the words comes when what they led to is durable.
        var polls = run.Emulator.Journal.CallsOf("getUpdates").Count;
        lin.Say("huabei paid");
        await run.CallsAsync("getUpdates", polls + 1);
        if (killed)
        {
            await run.StopBotAsync();
            run.StartBot();
        }

        run.Advance(Duration.FromSeconds(601));

        await lin.WaitFor(chat => chat.FromBot.Count > 1);
        var said = lin.Chat.FromBot.Select(message => message.Text).ToList();
        said.Count.ShouldBe(2, string.Join("\n---\n", said));
        said[0].ShouldStartWith("Huabei");
        said[0].ShouldContain(": in full, on time");
        said[1].ShouldContain("Rent");
        said[1].ShouldNotContain("Huabei");
        await run.EndAsync();
    }

    private static async Task PutAsync(HostRun run, Member member)
    {
        await using var store = await Store.OpenAsync(run.StorePath, CancellationToken.None);
        var row = new MemberRow(1, 1, MemberCodec.Write(member), member.DueAt, "active", "en", "", new LocalDate(2026, 11, 20));
        await store.TurnAsync(new TurnRequest([1], [], run.Emulator.Now), _ => (new TurnWrite { Members = [row] }, 0), CancellationToken.None);
    }

    /// <summary>Noon of the day on which two bills fall due.</summary>
    private static Member Member(Instant now)
    {
        var today = now.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Date;
        var added = now - Duration.FromDays(20);
        Bill Due(int id, BillKind kind) => new(id, kind, null, DueDay.Of(today.Day), null, added, Muted: false, []) { From = today.PlusDays(-20) };
        return new Member
        {
            ChatId = 1, Language = Language.En, Zone = "Asia/Shanghai", Joined = added, LastInput = now - Duration.FromHours(20),
            Bills = [Due(1, BillKind.Huabei), Due(2, BillKind.Rent)], LastBill = 2, DueAt = now,
        };
    }
}
