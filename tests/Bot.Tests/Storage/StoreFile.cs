using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

/// <summary>A path in a directory of its own, gone with the test.</summary>
internal sealed class StoreFile : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("ontime-").FullName;

    public string Path => System.IO.Path.Combine(Directory, "data", "coach.db");

    public Task<Store> OpenAsync() => Store.OpenAsync(Path, CancellationToken.None);

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
