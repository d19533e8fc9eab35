using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Telegram;

namespace Ontime.Bot.Workers;

/// <summary>
/// Asks Telegram now and then whether the webhook still stands and gets through: silence alone does not tell a quiet hour from a dead way.
/// A webhook that somebody took away is not set again silently, since somebody polls then.
/// </summary>
internal sealed class WebhookWatch(BotApi api, Webhook webhook, TimeProvider time, Func<double> jitter, ILogger log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(Telegram.Limits.PollSeconds);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private string? _trouble;
    private Instant? _lastSuccess;

    /// <summary>What is wrong with the webhook; null: nothing.</summary>
    public string? Trouble() => _trouble ?? Health.Stale(_lastSuccess, time.Now());

    public async Task RunAsync(CancellationToken stop)
    {
        var failures = 0;
        _lastSuccess = time.Now();
        try
        {
            while (true)
            {
                await Task.Delay(failures == 0 ? Every : PollPolicy.Decide(new Outcome.ServerTrouble(0), failures, jitter()).Wait, time, stop);
                var reply = await api.CallAsync(new GetWebhookInfo(), Patience, stop);
                failures = reply is { Outcome: Outcome.Done, Result: not null } ? 0 : failures + 1;
                Judge(reply, failures);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way out.
        }
    }

    private void Judge(Reply<WebhookInfo> reply, int failures)
    {
        var trouble = reply switch
        {
            { Outcome: Outcome.Done, Result: { } info } => Judge(info),
            _ => PollPolicy.Decide(reply.Outcome, failures, jitter()).Trouble.ToString(),
        };
        if (failures == 0)
        {
            _lastSuccess = time.Now();
        }

        if (trouble is not null && trouble != _trouble)
        {
            log.WebhookTrouble(trouble);
        }

        _trouble = trouble;
    }

    private string? Judge(WebhookInfo info) =>
        info.Url != webhook.Url.AbsoluteUri ? "another address is set; restart this process to set its own"
        : info is { Pending: > 0, LastErrorDate: { } at } && time.Now() - Instant.FromUnixTimeSeconds(at) < Health.Fresh ? "Telegram cannot deliver"
        : null;
}
