using Ontime.Telegram;

namespace Ontime.Bench;

using Button = Ontime.Telegram.Button;

/// <summary>
/// The floor: the same client, the same polling and the same three calls for a tap, with no state, no dialog and no store. What is measured beside
/// it is what the coach costs.
/// </summary>
internal static class Floor
{
    /// <summary>As many calls at once as the bot makes.</summary>
    private const int AtOnce = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private static readonly SemaphoreSlim Gate = new(AtOnce);

    public static async Task<int> RunAsync(Uri baseUrl, string token)
    {
        using var api = new BotApi(new BotApiOptions(token, baseUrl, null));
        await api.CallAsync(new GetMe(), Patience, CancellationToken.None);
        var poll = LongPoll.Start;
        while (await api.CallAsync(poll.Call(), LongPoll.ClientTimeout, CancellationToken.None) is { Outcome: Outcome.Done, Result: { } batch })
        {
            foreach (var update in batch.Updates)
            {
                _ = AnswerAsync(api, update);
            }

            poll = poll.Committed(batch, LongPoll.ClientTimeout).Next;
        }

        return 0;
    }

    private static async Task AnswerAsync(BotApi api, Update update)
    {
        switch (update)
        {
            case Update.NewMessage { Message: var said }:
                await CallAsync(api, new SendMessage(said.Chat.Id, Question) { ReplyMarkup = Buttons(1) });
                break;
            case Update.Tap { Query: { Message: { } message } query }:
                await CallAsync(api, new AnswerCallbackQuery(query.Id));
                await CallAsync(api, new EditMessageText(message.Chat.Id, message.MessageId, Answered));
                await CallAsync(api, new SendMessage(message.Chat.Id, Question) { ReplyMarkup = Buttons(Number(query.Data!) + 1) });
                break;
            default:
                break;
        }
    }

    private static async Task CallAsync(BotApi api, PostCall call)
    {
        await Gate.WaitAsync();
        try
        {
            await api.CallAsync(call, Patience, CancellationToken.None);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static int Number(string data) => int.Parse(data.AsSpan(1, data.IndexOf(':') - 1));

    // Words and buttons of the length of the coach's.
    private const string Answered = "<b>5/8</b> On time in a row: starting from 0\nCount again from this month. Your earlier on-time months still stand.";
    private const string Question = "<b>6/8</b> This one is private; you needn’t answer.\nIn the last 30 days, did you use new borrowing to pay old bills?";

    private static Keyboard Buttons(int number) => new(
    [
        [new Button("No", $"q{number}:{(number > Walker.Taps ? Walker.Last : "none")}")],
        [new Button("No, but it’s tight", $"q{number}:tight")],
        [new Button("Yes", $"q{number}:yes"), new Button("Rather not say", $"q{number}:declined")],
        [new Button("Skip", $"q{number}:~skip"), new Button("Why ask?", $"q{number}:~why")],
    ]);
}
