using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>The store that the settings name.</summary>
internal static class Stores
{
    public static Task<Store> OpenAsync(Settings settings, CancellationToken cancellationToken) => settings.Postgres is { } server
        ? Store.OpenPostgresAsync(server, settings.Seal, cancellationToken)
        : Store.OpenAsync(settings.StorePath, settings.Seal, cancellationToken);

    /// <summary>Only to look into it, beside a bot that runs.</summary>
    public static Task<Store> LookIntoAsync(Settings settings, CancellationToken cancellationToken) => settings.Postgres is { } server
        ? Store.OpenPostgresToReadAsync(server, settings.Seal, cancellationToken)
        : Store.OpenToReadAsync(settings.StorePath, settings.Seal, cancellationToken);

    /// <summary>How it is called in a log: never by the connection string, which may hold a password.</summary>
    public static string Name(Settings settings) => settings.Postgres is null ? settings.StorePath : "PostgreSQL";
}
