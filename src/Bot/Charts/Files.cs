using System.Security.Cryptography;
using Ontime.Telegram;

namespace Ontime.Bot.Charts;

/// <summary>Pictures by what is in them: the same one is uploaded once, and then sent by the id Telegram gave it.</summary>
internal sealed class Files : IDisposable
{
    /// <summary>Ids remembered; beyond that the oldest are forgotten, and uploaded again where they are needed.</summary>
    private const int Kept = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public static bool IsAllowed(int bytes) => bytes <= Telegram.Limits.DocumentBytes;

    /// <summary>A picture as a photo, a very large one as a document.</summary>
    /// <exception cref="ArgumentException">It is larger than Telegram takes.</exception>
    public static FileCall Call(long chatId, FileSource source, int bytes, string? caption) =>
        !IsAllowed(bytes) ? throw new ArgumentException($"A file of {bytes} bytes is larger than Telegram takes.", nameof(bytes))
        : bytes > Telegram.Limits.PhotoBytes ? new SendDocument(chatId, source) { Caption = caption }
        : new SendPhoto(chatId, source) { Caption = caption };

    /// <summary>Sends by id where the same bytes went out before, else uploads. While they go out for the first time, the others wait for the id.</summary>
    /// <param name="send">Sends it from that source.</param>
    public async Task<Verdict> SendAsync(FileSource.Upload upload, Func<FileSource, Task<(Verdict Verdict, Posted? Posted)>> send, CancellationToken stop)
    {
        var entry = Find(Convert.ToHexString(SHA256.HashData(upload.Bytes.Span)));
        if (Volatile.Read(ref entry.FileId) is not { } known)
        {
            await entry.First.WaitAsync(stop);
            try
            {
                known = Volatile.Read(ref entry.FileId);
                if (known is null)
                {
                    var (verdict, posted) = await send(upload);
                    Volatile.Write(ref entry.FileId, posted?.FileId);
                    return verdict;
                }
            }
            finally
            {
                entry.First.Release();
            }
        }

        var (sent, _) = await send(new FileSource.Known(known));
        if (sent is not Verdict.Drop { Refused: true })
        {
            return sent;
        }

        // Telegram no longer knows the id: as if for the first time.
        Interlocked.CompareExchange(ref entry.FileId, null, known);
        var (again, anew) = await send(upload);
        Volatile.Write(ref entry.FileId, anew?.FileId);
        return again;
    }

    private Entry Find(string hash)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(hash, out var entry))
            {
                return entry;
            }

            _entries[hash] = entry = new Entry();
            _order.Enqueue(hash);
            if (_order.Count > Kept)
            {
                _entries.Remove(_order.Dequeue());
            }

            return entry;
        }
    }

    public void Dispose()
    {
        foreach (var entry in _entries.Values)
        {
            entry.Dispose();
        }
    }

    private sealed class Entry : IDisposable
    {
        public readonly SemaphoreSlim First = new(1);
        public string? FileId;

        public void Dispose() => First.Dispose();
    }
}
