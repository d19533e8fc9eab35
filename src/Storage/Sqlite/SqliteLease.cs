namespace Ontime.Storage.Sqlite;

/// <summary>Whoever has the store open holds <c>coach.db.lock</c> alone: that is the lease, and it ends with the process.</summary>
internal sealed class SqliteLease : Lease
{
    public override bool Shared => false;

    public override Task<LeaseTerm?> TakeAsync(string holder, CancellationToken cancellationToken) => Task.FromResult<LeaseTerm?>(new LeaseTerm(holder, 1));

    public override Task<bool> RenewAsync(LeaseTerm term, CancellationToken cancellationToken) => Task.FromResult(true);

    public override Task ReleaseAsync(LeaseTerm term, CancellationToken cancellationToken) => Task.CompletedTask;
}
