namespace Ontime.Emulator;

/// <summary>A file Telegram keeps.</summary>
internal sealed record StoredFile(string Id, string Kind, string Name, byte[] Bytes, int Width, int Height)
{
    public string UniqueId => "u" + Id[^8..];

    public string Path => $"{Kind}s/{Id}";
}

/// <summary>All files by file_id. Used inside the gate, or with a lock of its own where people upload.</summary>
internal sealed class Files
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoredFile> _all = new(StringComparer.Ordinal);

    public StoredFile Add(string kind, string name, byte[] bytes, int width = 0, int height = 0)
    {
        lock (_gate)
        {
            var file = new StoredFile($"BQACAgIAAxkDAA{_all.Count + 1:D8}", kind, name, bytes, width, height);
            _all[file.Id] = file;
            return file;
        }
    }

    public StoredFile? Find(string id)
    {
        lock (_gate)
        {
            return _all.GetValueOrDefault(id);
        }
    }
}
