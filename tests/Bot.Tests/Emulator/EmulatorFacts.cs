namespace Ontime.Bot.Tests;

using Ontime.Emulator;

/// <summary>One emulator, one person and a bot by hand for each test.</summary>
public abstract class EmulatorFacts : IAsyncLifetime
{
    private protected EmulatorServer Emulator { get; private set; } = null!;

    private protected RawBot Bot { get; private set; } = null!;

    private protected Person Lin { get; private set; } = null!;

    private protected virtual EmulatorOptions Options => new() { Patience = TimeSpan.FromSeconds(5), LongestPoll = TimeSpan.FromMilliseconds(300) };

    public async ValueTask InitializeAsync()
    {
        Emulator = await EmulatorServer.StartAsync(Options);
        Bot = new RawBot(Emulator);
        Lin = Emulator.Person("林", id: 1001);
    }

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        await Emulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A started chat with one message of the bot, and that message's id.</summary>
    private protected async Task<int> PostAsync(object? markup = null)
    {
        Lin.Say("/start");
        var sent = markup is null
            ? await Bot.DoAsync("sendMessage", new { chat_id = Lin.Id, text = "question" })
            : await Bot.DoAsync("sendMessage", new { chat_id = Lin.Id, text = "question", reply_markup = markup });
        return sent.GetProperty("message_id").GetInt32();
    }

    private protected static object Inline(params object[] row) => new { inline_keyboard = new[] { row } };

    private protected static object Press(string text, string data) => new { text, callback_data = data };

    /// <summary>The call is refused with that code and description, and the refusal is on record.</summary>
    private protected async Task RefusedAsync(string method, object parameters, int code, string description)
    {
        var answer = await Bot.CallAsync(method, parameters);
        (answer.Status, answer.Description).ShouldBe((code, description));
        answer.Body.GetProperty("error_code").GetInt32().ShouldBe(code);
        Emulator.Refusals[^1].Reason.ShouldBe(description);
        Emulator.Refusals[^1].Method.ShouldBe(method);
    }
}
