using NodaTime;

namespace Ontime.Storage;

/// <summary>
/// Which of several processes on one store leads: it alone polls, wakes, sends, broadcasts, prunes and backs up. The others handle webhooks.
/// <para>
/// A process that wants to lead calls <see cref="TakeAsync"/> every <see cref="RenewEvery"/> until it gets a term; then
/// <see cref="RenewAsync"/> every <see cref="RenewEvery"/>. It may lead until <see cref="Length"/> after the moment <b>before</b> the last call
/// that succeeded, by its own monotonic clock, and begins no call to Telegram that could last longer than what is left of that. Where a renewal
/// fails it goes on until then; where it answers false another one leads already, and it stops at once. On its way out it calls
/// <see cref="ReleaseAsync"/> after the last message, so that nobody waits for the end of its term. A killed leader is followed within
/// <see cref="Length"/> + <see cref="RenewEvery"/>.
/// </para>
/// PostgreSQL: a row under the server's clock. SQLite: the file is held by one process, which leads for as long as it runs.
/// </summary>
public abstract class Lease
{
    public static readonly Duration Length = Duration.FromSeconds(10);

    public static readonly Duration RenewEvery = Duration.FromSeconds(3);

    /// <summary>False: this process has the store for itself, and nobody else can ever lead.</summary>
    public abstract bool Shared { get; }

    /// <summary>Begins a term where nobody leads, or where this holder does. Null: another one leads.</summary>
    /// <param name="holder">Names this process and no other one, also not the one before it: host, process id and start, say.</param>
    public abstract Task<LeaseTerm?> TakeAsync(string holder, CancellationToken cancellationToken);

    /// <summary>False: the term is over, whether somebody else leads or not.</summary>
    public abstract Task<bool> RenewAsync(LeaseTerm term, CancellationToken cancellationToken);

    /// <summary>Ends the term now. One that is over already is passed over.</summary>
    public abstract Task ReleaseAsync(LeaseTerm term, CancellationToken cancellationToken);
}

/// <param name="Epoch">Rises with each term of whomever.</param>
public sealed record LeaseTerm(string Holder, long Epoch);
