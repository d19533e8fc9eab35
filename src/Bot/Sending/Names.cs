using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>
/// Which message stands in a chat under which name. In memory first: most questions are answered within seconds, and a row in the store costs a page.
/// What is still open after <see cref="Memorable"/> is written, so that a restart can edit it.
/// </summary>
internal sealed class Names(long chatId, Store store, Records records, TimeProvider time)
{
    private static readonly TimeSpan Memorable = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly HashSet<long> _bare = [];
    private bool _loaded;

    /// <summary>Null: nobody knows it any more.</summary>
    /// <param name="name">As the core named it.</param>
    /// <param name="open">True: only a message that still has buttons is wanted.</param>
    public async ValueTask<long?> FindAsync(string name, bool open, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(name, out var entry) || _loaded)
            {
                return entry is { Open: false } && open ? null : entry?.MessageId;
            }
        }

        var stored = await store.PostsAsync(chatId, cancellationToken);
        lock (_gate)
        {
            _loaded = true;
            foreach (var post in stored)
            {
                _entries.TryAdd(post.Name, new Entry(post.MessageId, time.GetTimestamp(), Open: true, Written: true));
            }

            return _entries.GetValueOrDefault(name)?.MessageId;
        }
    }

    /// <param name="open">True where the message has buttons: only such a one is worth finding again.</param>
    public void Set(string name, long messageId, bool open)
    {
        lock (_gate)
        {
            // What the store may know under this name is wrong from now on: it is put right at once, or a restart would edit an older message.
            Note(messageId, open);
            var stored = _entries.TryGetValue(name, out var entry) ? entry.Written : !_loaded;
            var stale = stored && (!open || entry?.MessageId != messageId);
            _entries[name] = new Entry(messageId, time.GetTimestamp(), open, open && stored);
            if (stale)
            {
                records.Post(new PostRow(chatId, name, open ? messageId : null));
            }
        }
    }

    /// <summary>False where a message is known to have no buttons left: taking them off again would only be refused.</summary>
    public bool MayHaveButtons(long messageId)
    {
        lock (_gate)
        {
            return !_bare.Contains(messageId);
        }
    }

    /// <summary>Notes whether a message has buttons now.</summary>
    public void Note(long messageId, bool buttons)
    {
        lock (_gate)
        {
            _ = buttons ? _bare.Remove(messageId) : _bare.Add(messageId);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _bare.Clear();
            _loaded = true;
        }
    }

    /// <summary>Writes what is old enough; true where nothing has to be remembered in memory any more.</summary>
    /// <param name="all">True on the way out: age does not matter.</param>
    public bool Sweep(bool all)
    {
        lock (_gate)
        {
            foreach (var (name, entry) in _entries)
            {
                if (entry is { Open: true, Written: false, MessageId: { } id } && (all || time.GetElapsedTime(entry.At) >= Memorable))
                {
                    records.Post(new PostRow(chatId, name, id));
                    _entries[name] = entry with { Written = true };
                }
            }

            return _entries.Values.All(entry => time.GetElapsedTime(entry.At) >= Memorable);
        }
    }

    private sealed record Entry(long? MessageId, long At, bool Open, bool Written);
}
