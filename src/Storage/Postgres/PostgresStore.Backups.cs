using Ontime.Storage.Backups;

namespace Ontime.Storage.Postgres;

/// <content>Copies of the whole, and who was forgotten.</content>
internal sealed partial class PostgresStore
{
    public override Task BackupAsync(string file, bool replace, CancellationToken cancellationToken) => server.RunAsync(
        connection => Task.Run(
            () =>
            {
                BackupFile.Write(file, replace, part => PostgresCopy.Out(connection, part, cancellationToken), cancellationToken);
                return true;
            },
            cancellationToken),
        cancellationToken);

    public override Task<IReadOnlyList<ForgottenRow>> ForgottenAsync(bool unlisted, CancellationToken cancellationToken) => AskAsync(
        $"SELECT hash, at FROM forgotten {(unlisted ? "WHERE listed = 0 " : "")}ORDER BY at",
        row => new ForgottenRow(row.GetFieldValue<byte[]>(0), row.Instant(1)), [], cancellationToken);

    // By moment too: who was forgotten again meanwhile is to be listed again.
    public override Task ListedAsync(IReadOnlyList<ForgottenRow> rows, CancellationToken cancellationToken) => WriteAsync(
        statements => statements.Do(
            "UPDATE forgotten SET listed = 1 FROM unnest($1::bytea[], $2::bigint[]) AS row (hash, at) WHERE forgotten.hash = row.hash AND forgotten.at = row.at",
            rows.Select(row => row.Hash).ToArray(), rows.Select(row => (long)row.At.Cell()).ToArray()),
        cancellationToken);
}
