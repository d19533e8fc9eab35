using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>Everything an operator can set, read once at the start and checked.</summary>
/// <param name="Telegram">Null: there is no token.</param>
/// <param name="StorePath">The SQLite file; default <c>data/coach.db</c>.</param>
/// <param name="DialogsPath">The folder of the dialogs; default <c>dialogs</c> beside the solution, or beside the executable.</param>
/// <param name="Operator">Who runs this bot, as the consent card says; null: not named.</param>
/// <param name="AdminIds">Telegram user ids; never user names, which change hands.</param>
/// <param name="HealthListen">An address such as <c>http://127.0.0.1:8080</c>; null: no health endpoint.</param>
/// <param name="JsonLog">One JSON object a line instead of text.</param>
internal sealed record Settings(
    BotApiOptions? Telegram,
    string StorePath,
    string DialogsPath,
    (string? Name, string? Contact) Operator,
    IReadOnlyList<long> AdminIds,
    Delivery Delivery,
    Uri? HealthListen,
    bool JsonLog);

/// <summary>How fast messages go out. 0 takes a limit away.</summary>
/// <param name="PerSecond">All messages together; default 30, Telegram's own limit.</param>
/// <param name="BulkPerSecond">Reminders and broadcasts; default 25, so that replies always have room.</param>
/// <param name="PerChatPerSecond">New messages to one chat; default 1.</param>
/// <param name="ChatBurst">How many may come at once after a pause; default 5, at least 1.</param>
internal sealed record Delivery(double PerSecond = 30, double BulkPerSecond = 25, double PerChatPerSecond = 1, int ChatBurst = 5);
