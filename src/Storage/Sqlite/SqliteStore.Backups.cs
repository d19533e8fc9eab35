using Microsoft.Data.Sqlite;
using Ontime.Storage.Backups;

namespace Ontime.Storage.Sqlite;

/// <content>Copies of the whole, and who was forgotten.</content>
internal sealed partial class SqliteStore
{
    public const string InMemoryPath = ":memory:";

    /// <summary>On a connection of its own: nobody's look-up waits for a copy. Needs no key, and takes any version.</summary>
    public static Task BackupAsync(string path, string file, bool replace, CancellationToken cancellationToken)
    {
        path = SqliteFile.Full(path);
        return Task.Run(
            () => BackupFile.Write(
                file, replace,
                part =>
                {
                    using var session = SqliteFile.Open(path, SqliteOpenMode.ReadOnly);
                    using var giving = session.InterruptWith(cancellationToken);
                    session.Script(Patience);
                    SqliteSchema.Version(session, path, SqliteSchema.Scripts.Count);
                    session.Execute("VACUUM INTO $1", part);
                },
                cancellationToken),
            cancellationToken);
    }

    // Where no file can be opened anew, by the connection that has it.
    public override Task BackupAsync(string file, bool replace, CancellationToken cancellationToken) => !File.Exists(writer.Path)
        ? writer.RunAsync(
            session =>
            {
                BackupFile.Write(file, replace, part => session.Execute("VACUUM INTO $1", part), cancellationToken);
                return true;
            },
            cancellationToken)
        : BackupAsync(writer.Path, file, replace, cancellationToken);

    public override Task<IReadOnlyList<ForgottenRow>> ForgottenAsync(bool unlisted, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteForgotten.All(session, unlisted), cancellationToken);

    public override Task ListedAsync(IReadOnlyList<ForgottenRow> rows, CancellationToken cancellationToken) =>
        WriteAsync(session => SqliteForgotten.Listed(session, rows), cancellationToken);
}
