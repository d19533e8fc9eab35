namespace Ontime.Storage;

/// <summary>The scripts of Schema/: v1.sql, v2.sql, … of each engine.</summary>
internal static class Scripts
{
    /// <summary>The first one makes version 1.</summary>
    public static IReadOnlyList<string> Of(string engine) =>
        [.. Enumerable.Range(1, 1000).Select(version => Read(engine, version)).TakeWhile(script => script is not null)!];

    private static string? Read(string engine, int version)
    {
        using var stream = typeof(Scripts).Assembly.GetManifestResourceStream($"Ontime.Storage.Schema.{engine}.v{version}.sql");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
