using NodaTime;
using Ontime.Broadcasting;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>The one message in which an admin sees how a broadcast goes: edited now and then, said anew where it cannot be edited any more.</summary>
internal sealed class CastBoard(BroadcastRow row, CastKit kit)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private readonly Language _language = Languages.Parse(row.Language) ?? Language.En;
    private long? _messageId = row.MessageId;
    private Task _showing = Task.CompletedTask;
    private long _shownAt = kit.Time.GetTimestamp();
    private long _settled = -1;
    private string? _last;

    /// <summary>Where the last button was pressed, there it goes on.</summary>
    public void MovedTo(long? messageId)
    {
        _last = _messageId == messageId ? _last : null;
        _messageId = messageId;
    }

    public void ShowNowAndThen(Func<CastStatus> status, CancellationToken stop)
    {
        if (kit.Time.GetElapsedTime(_shownAt) >= Every)
        {
            Show(status(), stop);
        }
    }

    /// <summary>Nobody waits for it; while one is on its way the next is left out.</summary>
    public void Show(CastStatus status, CancellationToken stop)
    {
        if (_showing.IsCompleted)
        {
            var (elapsed, done) = (kit.Time.GetElapsedTime(_shownAt).TotalSeconds, status.Settled - _settled);
            double? rate = _settled >= 0 && done > 0 && elapsed > 0 ? done / elapsed : null;
            (_shownAt, _settled) = (kit.Time.GetTimestamp(), status.Settled);
            var left = Math.Max(0, status.Total - status.Settled - status.Waiting);
            _showing = PutAsync(status with { PerSecond = rate, Left = rate is { } fast ? Duration.FromSeconds(left / fast) : null }, stop);
        }
    }

    public async Task LastAsync(CastStatus status, CancellationToken stop)
    {
        await _showing.WaitAsync(stop);
        await PutAsync(status, stop);
    }

    private async Task PutAsync(CastStatus status, CancellationToken stop)
    {
        try
        {
            var rendered = kit.Renderer.Render(_language, CastWords.Status(status));
            if (rendered.Html == _last)
            {
                return;
            }

            _last = rendered.Html;
            var verdict = _messageId is { } id
                ? (await BringAsync(new EditMessageText(row.Chat, id, rendered.Html) { ReplyMarkup = Keyboards.Of(rendered) }, SendKind.Edit, stop)).Verdict
                : new Verdict.AsNew();
            if (verdict is Verdict.AsNew)
            {
                var (_, posted) = await BringAsync(new SendMessage(row.Chat, rendered.Html) { ReplyMarkup = Keyboards.Of(rendered) }, SendKind.Say, stop);
                if (posted?.MessageId is { } said)
                {
                    _messageId = said;
                    await kit.Casts.ShowAsync(row.Id, said, stop);
                }
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // Nobody's copy depends on it.
            kit.Log.ParcelFailed(0, row.Chat, fault.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            // The way out.
        }
    }

    private Task<(Verdict Verdict, Posted? Posted)> BringAsync(PostCall call, SendKind kind, CancellationToken stop) =>
        kit.Courier.BringAsync(call, kind, row.Chat, Lane.Reply, 0, 0, null, stop, stop);
}
