using System.Diagnostics;
using System.Text;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>What a key costs a turn: the same turns through a store without and with one, in batches of one and of fifty.</summary>
internal static class Sealing
{
    private static readonly byte[] Document = Encoding.UTF8.GetBytes($"{{\"v\":1,\"m\":\"{new string('x', 1300)}\"}}");
    private static readonly byte[] Small = Encoding.UTF8.GetBytes($"{{\"step\":\"{new string('y', 230)}\"}}");

    public static async Task<int> RunAsync(int turns)
    {
        foreach (var batch in (int[])[1, 50])
        {
            // Twice each, in turn: the first of all also warms up.
            List<double> plain = [], sealedOnes = [];
            for (var round = 0; round < 4; round++)
            {
                plain.Add(await TurnsAsync(Seal.None, turns, batch));
                sealedOnes.Add(await TurnsAsync(new Seal([[.. Enumerable.Repeat((byte)7, 32)]]), turns, batch));
            }

            Console.WriteLine($"{batch,2} a commit: {plain[1..].Min():0.0} µs a turn without a key, {sealedOnes[1..].Min():0.0} µs with one");
        }

        return 0;
    }

    /// <returns>Microseconds a turn.</returns>
    private static async Task<double> TurnsAsync(Seal seal, int turns, int batch)
    {
        var folder = Directory.CreateTempSubdirectory("ontime-seal-");
        try
        {
            await using var store = await Store.OpenAsync(Path.Combine(folder.FullName, "coach.db"), seal, CancellationToken.None);
            var began = Stopwatch.GetTimestamp();
            for (var n = 0; n < turns / batch; n++)
            {
                long[] chats = [.. Enumerable.Range(1, batch).Select(i => (long)i)];
                await store.TurnAsync(new TurnRequest(chats, [], Instant.FromUnixTimeSeconds(n)), load => (Write(load, chats), 0), CancellationToken.None);
            }

            return Stopwatch.GetElapsedTime(began).TotalMicroseconds / turns;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TurnWrite Write(TurnLoad load, long[] chats)
    {
        var members = chats.Select(chat => new MemberRow(chat, (load.Members.GetValueOrDefault(chat)?.Version ?? 0) + 1, Document, null, "active", "en", "R4", null)).ToList();
        return new TurnWrite
        {
            Members = members,
            Events = [.. members.Select(member => new EventRow(member.ChatId, member.Version, 0, Instant.FromUnixTimeSeconds(0), "answered", Small))],
            Outbox = [.. chats.Select(chat => new OutboxRow(0, chat, 0, Small, Instant.FromUnixTimeSeconds(0), null, null, 0, null))],
        };
    }
}
