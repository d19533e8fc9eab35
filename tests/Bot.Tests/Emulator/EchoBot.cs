namespace Ontime.Bot.Tests;

using System.Text.Json;
using Ontime.Emulator;

/// <summary>The smallest real bot: polls, answers taps, repeats what it hears with a button.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RawBot _bot;
    private readonly Task _loop;

    public EchoBot(EmulatorServer emulator)
    {
        _bot = new RawBot(emulator);
        _loop = LoopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _bot.Dispose();
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        var offset = 0;
        while (!_stop.IsCancellationRequested)
        {
            foreach (var update in await _bot.PollAsync(new { offset, timeout = 50 }))
            {
                offset = update.GetProperty("update_id").GetInt32() + 1;
                await HandleAsync(update);
            }
        }
    }

    private async Task HandleAsync(JsonElement update)
    {
        if (update.TryGetProperty("callback_query", out var query))
        {
            await _bot.DoAsync("answerCallbackQuery", new { callback_query_id = query.GetProperty("id").GetString(), text = "seen" });
        }
        else if (update.TryGetProperty("message", out var message))
        {
            await _bot.DoAsync("sendMessage", new
            {
                chat_id = message.GetProperty("chat").GetProperty("id").GetInt64(),
                text = "You said " + (message.TryGetProperty("text", out var text) ? text.GetString() : "nothing"),
                reply_markup = new { inline_keyboard = new[] { new[] { new { text = "OK", callback_data = "ok" } } } },
            });
        }
    }
}
