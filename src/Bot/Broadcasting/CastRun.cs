using NodaTime;
using Ontime.Broadcasting;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>
/// One broadcast on its way. Pulled: the next person is taken only once the gate lets a broadcast through, that is when no reply and no reminder
/// waits; marked, durably, and only then called.
/// </summary>
/// <param name="heard">How often the bell was rung before the row was read.</param>
internal sealed class CastRun(BroadcastRow row, CastKit kit, int heard)
{
    /// <summary>On the way out: for the calls under way.</summary>
    private static readonly TimeSpan LastCalls = TimeSpan.FromSeconds(1);

    private readonly CastLedger _ledger = new(row, kit);
    private readonly CastCopies _copies = new(row, kit);
    private readonly CastBoard _board = new(row, kit);
    private readonly List<Task> _calls = [];
    private BroadcastRow _row = row;
    private int _heard = heard;

    /// <summary>Ends when it is done, paused or stopped. Whatever is known of the calls is noted first.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var abort = new CancellationTokenSource();
        await using var leaving = stop.Register(() => abort.CancelAfter(LastCalls));
        await _ledger.OpenAsync(stop);
        try
        {
            _board.Show(_ledger.Status(_row), stop);
            while (await GoesOnAsync(stop) && await StepAsync(abort.Token, stop))
            {
                _board.ShowNowAndThen(() => _ledger.Status(_row), stop);
            }
        }
        finally
        {
            await Task.WhenAll(_calls);
            _ledger.GiveBack();
            using var last = new CancellationTokenSource(LastCalls);
            await _ledger.NoteAsync(stop.IsCancellationRequested ? last.Token : stop);
        }

        _row = await kit.InsistAsync(() => kit.Casts.FindAsync(_row.Id, stop), stop) ?? _row;
        await _board.LastAsync(await kit.InsistAsync(() => CastStanding.OfAsync(kit.Casts, _row, stop), stop), stop);
        kit.Log.BroadcastRested(_row.Id, _row.State.ToString());
    }

    /// <returns>False: nothing is left to do.</returns>
    private async Task<bool> StepAsync(CancellationToken abort, CancellationToken stop)
    {
        await kit.Gate.EnterAsync(Lane.Broadcast, 0, stop);
        CastLedger.Taken? next = null;
        try
        {
            // An order may have come while it waited.
            next = await GoesOnAsync(stop) ? await _ledger.NextAsync(stop) : null;
        }
        finally
        {
            if (next is null)
            {
                kit.Gate.Leave();
            }
        }

        if (next is null)
        {
            return _row.State == BroadcastState.Running && await RestAsync(stop);
        }

        _calls.RemoveAll(call => call.IsCompleted);
        _calls.Add(SendAsync(next, abort));
        return true;
    }

    private async Task SendAsync(CastLedger.Taken next, CancellationToken abort)
    {
        var met = await _copies.SendAsync(next.ChatId, next.Language, abort);
        _ledger.Learn(met);
        if (met.Fate == Fate.Unreachable)
        {
            kit.Log.Unreachable(next.ChatId);
            await kit.Door.TryPutAsync(new Incoming(next.ChatId, null, new Input.Reachable(Yes: false)), abort);
        }
    }

    /// <summary>Nobody can be taken at this moment: those on their way, those put off, or nobody any more.</summary>
    private async Task<bool> RestAsync(CancellationToken stop)
    {
        if (_calls.Find(call => !call.IsCompleted) is { } call)
        {
            await call.WaitAsync(stop);
            return true;
        }

        await _ledger.NoteAsync(stop);
        if (await _ledger.NextWaitingAsync(stop) is not { } next)
        {
            await _ledger.CloseAsync(stop);
            return false;
        }

        var wait = next - kit.Now;
        if (wait > Duration.Zero)
        {
            _board.Show(_ledger.Status(_row) with { WaitsFor = wait }, stop);
            await Task.WhenAny(kit.Bell.After(_heard), Task.Delay(wait.ToTimeSpan(), kit.Time, stop));
            stop.ThrowIfCancellationRequested();
        }

        return true;
    }

    private async Task<bool> GoesOnAsync(CancellationToken stop)
    {
        var times = kit.Bell.Times;
        if (times != _heard)
        {
            _heard = times;
            _row = await kit.InsistAsync(() => kit.Casts.FindAsync(_row.Id, stop), stop) ?? _row;
            _board.MovedTo(_row.MessageId);
        }

        return _row.State == BroadcastState.Running;
    }
}
