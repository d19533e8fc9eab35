using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>
/// This process among those on one store. It leads when the lease can be had and for exactly as long as it is held; otherwise it only takes
/// updates, handles and commits. Where the store is its own it leads from its start to its end.
/// </summary>
internal sealed class Replica(Parts parts) : IDisposable
{
    private static readonly TimeSpan Every = Lease.RenewEvery.ToTimeSpan();
    private static readonly TimeSpan Sooner = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _name = $"{Environment.MachineName}-{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8)}";
    private readonly Lease _lease = parts.Store.Lease;
    private readonly TimeProvider _time = parts.Around.Time;
    private readonly ILogger _log = parts.Around.Log;

    private Leader? _leader;
    private Held? _held;
    private long _heardAt = parts.Around.Time.GetTimestamp();

    /// <summary>Before anything new is decided.</summary>
    public async Task BeginAsync(CancellationToken stop)
    {
        if (_lease.Shared)
        {
            parts.Health.Watch("lease", NotReady);
            Follow();
            return;
        }

        parts.Tenure.HoldForEver();
        _leader = new Leader(parts);
        await _leader.BeginAsync(stop);
    }

    /// <summary>Ends with <paramref name="stop"/>, still leading where it led, or throws what a worker failed with.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        if (!_lease.Shared)
        {
            await _leader!.RunAsync(stop);
            return;
        }

        while (!stop.IsCancellationRequested)
        {
            var asked = _time.GetTimestamp();
            if (await AskAsync(lease => lease.TakeAsync(_name, stop), stop) is { } term && await LeadAsync(term, asked, stop))
            {
                // Nobody may have taken it yet.
                continue;
            }

            await Task.Delay(Every, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>On the way out: gives what is on its way to Telegram a moment.</summary>
    public Task EndAsync(TimeSpan moment) => _leader?.EndAsync(moment) ?? Task.CompletedTask;

    /// <summary>After the last message and its record: nobody has to wait for the end of the lease.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (_held is { } held)
        {
            await AskAsync(
                async lease =>
                {
                    await lease.ReleaseAsync(held.Term, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
    }

    public void Dispose()
    {
        _held?.Dispose();
        _leader?.Dispose();
    }

    /// <returns>True where the lease was lost; false where a worker failed, so that another process may do better, or on the way out.</returns>
    private async Task<bool> LeadAsync(LeaseTerm term, long asked, CancellationToken stop)
    {
        _log.Leads(term.Epoch);
        _leader = new Leader(parts);
        _held = new Held(term, parts.Tenure, _time, _leader.Cut);
        _held.Until(asked);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, _held.Over);
        var leading = WorkAsync(_leader, ending.Token);
        await Task.WhenAny(leading, RenewAsync(_held, ending.Token));
        if (stop.IsCancellationRequested && !_held.Over.IsCancellationRequested)
        {
            await leading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return false;
        }

        var lost = _held.Over.IsCancellationRequested;
        await StepDownAsync(leading, ending);
        return lost;
    }

    private static async Task WorkAsync(Leader leader, CancellationToken stop)
    {
        await leader.BeginAsync(stop);
        await leader.RunAsync(stop);
    }

    /// <summary>Returns when the lease is over, or nobody wants it any more.</summary>
    private async Task RenewAsync(Held held, CancellationToken stop)
    {
        var wait = Every;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(wait, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var asked = _time.GetTimestamp();
            bool? renewed = stop.IsCancellationRequested ? null : await AskAsync(async lease => (bool?)await lease.RenewAsync(held.Term, stop), stop);
            if (renewed == false || (renewed == true && !parts.Tenure.Held))
            {
                // Also where it was renewed too late: whoever asked meanwhile waits for the end.
                held.End();
                return;
            }

            wait = renewed is null ? Sooner : Every;
            if (renewed == true)
            {
                held.Until(asked);
            }
        }
    }

    private async Task StepDownAsync(Task leading, CancellationTokenSource ending)
    {
        await ending.CancelAsync();
        _leader!.Cut();
        parts.Outlet.Follow();
        Follow();
        _log.StepsDown();

        // With the store away this may take as long as it keeps its callers waiting; Telegram is called no more.
        await leading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _leader.EndAsync(TimeSpan.Zero);
        if (!_held!.Over.IsCancellationRequested)
        {
            await ReleaseAsync(CancellationToken.None);
        }

        Dispose();
        (_held, _leader) = (null, null);
        switch (leading.Exception?.GetBaseException())
        {
            case StoreException trouble:
                _log.StoreTrouble(nameof(StoreException), trouble.Message);
                break;
            case not (null or OperationCanceledException):
                await leading;
                break;
        }
    }

    private void Follow() => parts.Health.Watch(Health.Updates, static () => null);

    /// <summary>Null where the store did not answer.</summary>
    private async Task<T?> AskAsync<T>(Func<Lease, Task<T>> ask, CancellationToken stop)
    {
        try
        {
            var answer = await ask(_lease).WaitAsync(Patience, _time, stop);
            Volatile.Write(ref _heardAt, _time.GetTimestamp());
            return answer;
        }
        catch (Exception trouble) when (trouble is StoreException or TimeoutException)
        {
            _log.StoreTrouble(trouble.GetType().Name, (trouble as StoreException)?.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way out.
        }

        return default;
    }

    private string? NotReady() => _time.GetElapsedTime(Volatile.Read(ref _heardAt)) is var since && since > Lease.Length.ToTimeSpan()
        ? string.Create(CultureInfo.InvariantCulture, $"no answer for {(int)since.TotalSeconds} s")
        : null;
}
