using NodaTime;
using Ontime.Storage;

namespace Ontime.Bench.Fuzz;

/// <summary>Store files that are cut, flipped or something else altogether: they open and are read, or are refused by one sentence.</summary>
internal sealed class Stores : ITarget, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ontime-fuzz-").FullName;
    private readonly byte[] _good;

    public Stores()
    {
        var path = Path.Combine(_folder, "good.db");
        FillAsync(path).GetAwaiter().GetResult();
        _good = File.ReadAllBytes(path);
    }

    public string Name => "store files";

    public int Share => 5;

    public string Try(Random dice)
    {
        var path = Path.Combine(_folder, "coach.db");
        foreach (var old in Directory.EnumerateFiles(_folder, "coach.db*"))
        {
            File.Delete(old);
        }

        File.WriteAllBytes(path, dice.Next(10) switch
        {
            0 => _good[..dice.Next(_good.Length)],
            1 => [.. Enumerable.Range(0, dice.Next(1, 20_000)).Select(_ => (byte)dice.Next(256))],
            2 => "This is a letter, not a store.\n"u8.ToArray(),
            _ => Flipped(dice),
        });
        try
        {
            ReadAsync(path).GetAwaiter().GetResult();
            return "read";
        }
        catch (StoreException refusal) when (refusal.Message.Length > 20)
        {
            return "refused";
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private byte[] Flipped(Random dice)
    {
        var bytes = _good.ToArray();
        for (var flips = dice.Next(1, 30); flips > 0; flips--)
        {
            bytes[dice.Next(bytes.Length)] ^= (byte)(1 << dice.Next(8));
        }

        return bytes;
    }

    private static async Task ReadAsync(string path)
    {
        await using var store = await Store.OpenAsync(path, CancellationToken.None);
        var now = Instant.FromUtc(2026, 11, 22, 4, 0);
        _ = await store.DueAsync(now, 100, CancellationToken.None);
        _ = await store.PendingAsync(0, 100, CancellationToken.None);
        _ = await store.DeadLettersAsync(100, CancellationToken.None);
        _ = await store.MemberAsync(3, CancellationToken.None);
        _ = await store.EventsAsync(3, CancellationToken.None);
        _ = await store.PruneAsync(now, CancellationToken.None);
    }

    private static async Task FillAsync(string path)
    {
        await using var store = await Store.OpenAsync(path, CancellationToken.None);
        var now = Instant.FromUtc(2026, 11, 20, 4, 0);
        long[] chats = [.. Enumerable.Range(1, 40)];
        await store.TurnAsync(new TurnRequest(chats, chats, now), _ => (new TurnWrite
        {
            Members = [.. chats.Select(id => new MemberRow(id, 1, new byte[400], now, "active", "en", "R1", new LocalDate(2026, 11, 20)))],
            Events = [.. chats.Select(id => new EventRow(id, 1, 0, now, "answer", new byte[60]))],
            Outbox = [.. chats.Select(id => new OutboxRow(0, id, 0, new byte[200], now, null, null, 0, null))],
            Handled = chats,
        }, 0), CancellationToken.None);
    }
}
