namespace Ontime.Storage.Postgres;

/// <summary>One row under the server's clock. Every comparison is made by the server at the moment it has the row.</summary>
internal sealed class PostgresLease(PostgresServer server) : Lease
{
    /// <summary>
    /// First, an end further away than a term can last: the server's clock was set back. It is not taken away but shortened, so that a
    /// leader that lives can renew and a dead one is followed after the usual time.
    /// </summary>
    private const string Shorten = "UPDATE lease SET until = clock_timestamp() + $1 WHERE until > clock_timestamp() + $1";

    private const string Take =
        """
        INSERT INTO lease (only_row, holder, epoch, until) VALUES (1, $2, 1, clock_timestamp() + $1)
        ON CONFLICT (only_row) DO UPDATE SET holder = excluded.holder, epoch = lease.epoch + 1, until = clock_timestamp() + $1
        WHERE lease.until <= clock_timestamp() OR lease.holder = excluded.holder
        RETURNING epoch
        """;

    private const string Renew =
        "UPDATE lease SET until = clock_timestamp() + $1 WHERE holder = $2 AND epoch = $3 AND until > clock_timestamp() RETURNING epoch";

    private const string Release =
        "UPDATE lease SET until = clock_timestamp() WHERE holder = $1 AND epoch = $2 AND until > clock_timestamp() RETURNING epoch";

    private static readonly TimeSpan Lasts = Length.ToTimeSpan();

    public override bool Shared => true;

    public override async Task<LeaseTerm?> TakeAsync(string holder, CancellationToken cancellationToken)
    {
        var epoch = await server.AskAsync(
            statements =>
            {
                statements.Do(Shorten, Lasts);
                return statements.Ask(Take, Tables.Id, Lasts, holder);
            },
            cancellationToken);
        return epoch.Count == 1 ? new LeaseTerm(holder, epoch[0]) : null;
    }

    public override async Task<bool> RenewAsync(LeaseTerm term, CancellationToken cancellationToken) =>
        (await server.AskAsync(statements => statements.Ask(Renew, Tables.Id, Lasts, term.Holder, term.Epoch), cancellationToken)).Count == 1;

    public override Task ReleaseAsync(LeaseTerm term, CancellationToken cancellationToken) =>
        server.AskAsync(statements => statements.Ask(Release, Tables.Id, term.Holder, term.Epoch), cancellationToken);
}
