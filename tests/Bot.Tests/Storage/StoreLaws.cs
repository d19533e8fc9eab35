using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

/// <summary>Whatever happens in whatever order, the store holds what a few dictionaries would.</summary>
public sealed class StoreLaws
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    [Fact]
    public Task Any_sequence_of_turns_leaves_what_plain_dictionaries_would_hold() => HoldsAsync(() => Task.FromResult(Store.InMemory()), 100);

    [Fact]
    public async Task Any_sequence_of_turns_leaves_it_in_PostgreSQL_too()
    {
        await using var database = await Servers.DatabaseAsync();
        await HoldsAsync(
            async () =>
            {
                var store = await Store.OpenPostgresAsync(database.Connection, Seal.None, CancellationToken.None);
                await database.RunAsync("TRUNCATE members, events, posts, outbox, dead_letters, handled_updates, forgotten");
                return store;
            },
            40);
    }

    private static async Task HoldsAsync(Func<Task<Store>> open, int runs)
    {
        var deeds = Gen.Elements("write", "due", "undue", "say", "withdraw", "settle", "forget", "fail");
        var sequences = deeds.SelectMany(deed => Gen.Choose(1, 3).Select(chat => (deed, chat: (long)chat))).ListOf();

        await Task.Run(() => Prop.ForAll(sequences.ToArbitrary(), sequence => RunAsync(open, sequence)).Check(Config.QuickThrowOnFailure.WithMaxTest(runs)));
    }

    private static async Task RunAsync(Func<Task<Store>> open, IEnumerable<(string Deed, long Chat)> sequence)
    {
        await using var store = await open();
        var model = new Model();
        var minute = 0;
        foreach (var (deed, chat) in sequence)
        {
            var now = Noon + Duration.FromMinutes(++minute);
            try
            {
                var turned = await store.TurnAsync(new TurnRequest([chat], [minute], now), load => (Decide(load, deed, chat, now), 0), CancellationToken.None);
                model.Apply(deed, chat, now, turned.Outbox);
            }
            catch (InvalidOperationException) when (deed == "fail")
            {
            }

            if (deed == "settle" && model.Outbox.FirstOrDefault() is { } oldest)
            {
                await store.RecordAsync(Deliveries.None with { Settled = [oldest.Id] }, CancellationToken.None);
                model.Outbox.RemoveAt(0);
            }
        }

        (await store.DueAsync(Instant.MaxValue, 99, CancellationToken.None)).ShouldBe(
            model.Members.Where(m => m.Value.Due is not null).OrderBy(m => m.Value.Due).ThenBy(m => m.Key).Select(m => (m.Key, m.Value.Due!.Value)));
        (await store.PendingAsync(0, 999, CancellationToken.None)).Select(row => row.Id).ShouldBe(model.Outbox.Select(row => row.Id));
        foreach (var chat in (long[])[1, 2, 3])
        {
            var version = (await store.MemberAsync(chat, CancellationToken.None))?.Version ?? 0;
            version.ShouldBe(model.Members.GetValueOrDefault(chat).Version);
            (await store.EventsAsync(chat, CancellationToken.None)).Count.ShouldBe((int)version);
        }
    }

    private static TurnWrite Decide(TurnLoad load, string deed, long chat, Instant now)
    {
        var stored = load.Members.GetValueOrDefault(chat) ?? new MemberRow(chat, 0, [], null, "", "", "", null);
        var member = stored with { Version = stored.Version + 1 };
        var write = new TurnWrite { Members = [member], Events = [new EventRow(chat, member.Version, 0, now, deed, [])] };
        return deed switch
        {
            "write" => write,
            "due" => write with { Members = [member with { DueAt = now }] },
            "undue" => write with { Members = [member with { DueAt = null }] },
            "say" => write with { Outbox = [new OutboxRow(0, chat, 0, [], now, null, "bill", 0, null)] },
            "withdraw" => write with { Withdrawn = [new Withdrawal(chat, "bill")] },
            "settle" => new TurnWrite(),
            "forget" => new TurnWrite { Forgotten = [chat], Outbox = [new OutboxRow(0, chat, 0, [], now, null, null, 0, null)] },
            _ => write with { Members = [stored] },
        };
    }

    private sealed class Model
    {
        public Dictionary<long, (long Version, Instant? Due)> Members { get; } = [];

        public List<OutboxRow> Outbox { get; } = [];

        public void Apply(string deed, long chat, Instant now, IReadOnlyList<OutboxRow> said)
        {
            Outbox.RemoveAll(row => row.ChatId == chat && (deed == "forget" || (deed == "withdraw" && row.About == "bill")));
            Outbox.AddRange(said);
            if (deed == "forget")
            {
                Members.Remove(chat);
            }
            else if (deed != "settle")
            {
                var (version, due) = Members.GetValueOrDefault(chat);
                Members[chat] = (version + 1, deed switch { "due" => now, "undue" => null, _ => due });
            }
        }
    }
}
