using System.IO.MemoryMappedFiles;
using NodaTime;

namespace Ontime.Bench.Chaos;

/// <summary>
/// One clock for several processes: it stands until somebody sets it, so that everything a turn decides is known beforehand. Waits and time-outs
/// go by the machine's time.
/// </summary>
internal sealed class SharedClock : TimeProvider, IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _seconds;

    private SharedClock(MemoryMappedFile file) => (_file, _seconds) = (file, file.CreateViewAccessor(0, sizeof(long)));

    public Instant Now
    {
        get => Instant.FromUnixTimeSeconds(_seconds.ReadInt64(0));
        set => _seconds.Write(0, value.ToUnixTimeSeconds());
    }

    public static SharedClock Make(string path, Instant start)
    {
        File.WriteAllBytes(path, new byte[sizeof(long)]);
        var clock = Open(path);
        clock.Now = start;
        return clock;
    }

    public static SharedClock Open(string path) => new(MemoryMappedFile.CreateFromFile(path, FileMode.Open));

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public void Dispose()
    {
        _seconds.Dispose();
        _file.Dispose();
    }
}
