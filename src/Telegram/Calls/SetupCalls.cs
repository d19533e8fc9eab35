namespace Ontime.Telegram;

/// <summary>Who this bot is.</summary>
public sealed record GetMe() : Call<User>("getMe")
{
    internal override User ReadResult(ReadOnlySpan<byte> json) => ResultReader.User(json);
}

/// <summary>Removes a webhook and keeps what waits: pending updates are never dropped.</summary>
public sealed record DeleteWebhook() : CommandCall("deleteWebhook");

/// <summary>Sets the webhook; what waits is kept.</summary>
/// <param name="Url">https, port 443, 80, 88 or 8443.</param>
/// <param name="SecretToken">1 to 256 of A-Z a-z 0-9 _ -; comes back in a header of each request.</param>
public sealed record SetWebhook(string Url, string SecretToken) : CommandCall("setWebhook")
{
    /// <summary>What the bot wants to hear of.</summary>
    public IReadOnlyList<string> AllowedUpdates { get; init; } = GetUpdates.Wanted;

    /// <summary>1 to 100; null: Telegram's 40.</summary>
    public int? MaxConnections { get; init; }
}

/// <summary>The state of the webhook.</summary>
public sealed record GetWebhookInfo() : Call<WebhookInfo>("getWebhookInfo")
{
    internal override WebhookInfo ReadResult(ReadOnlySpan<byte> json) => ResultReader.WebhookInfo(json);
}

/// <summary>The state of the webhook.</summary>
/// <param name="Url">Empty: none is set.</param>
/// <param name="Pending">Updates that wait.</param>
/// <param name="LastErrorDate">Unix seconds; null: no error.</param>
/// <param name="LastErrorMessage">Telegram's words; null: no error.</param>
public sealed record WebhookInfo(string Url, long Pending, long? LastErrorDate, string? LastErrorMessage);

/// <summary>One line of the command menu.</summary>
/// <param name="Command">1 to 32 of a-z 0-9 _, without the slash.</param>
/// <param name="Description">1 to 256 characters.</param>
public sealed record BotCommand(string Command, string Description);

/// <summary>Who sees a command menu.</summary>
/// <param name="Type">Telegram's name of the scope.</param>
/// <param name="ChatId">For the scope of one chat; otherwise null.</param>
public sealed record CommandScope(string Type, long? ChatId = null)
{
    /// <summary>Every private chat.</summary>
    public static CommandScope AllPrivateChats { get; } = new("all_private_chats");

    /// <summary>One chat, such as an admin's.</summary>
    public static CommandScope Chat(long chatId) => new("chat", chatId);
}

/// <summary>Replaces a command menu.</summary>
/// <param name="Commands">At most 100; empty: none.</param>
/// <param name="Scope">null: Telegram's default scope.</param>
/// <param name="LanguageCode">Two letters; null: everybody without a menu in their own language.</param>
public sealed record SetMyCommands(IReadOnlyList<BotCommand> Commands, CommandScope? Scope, string? LanguageCode)
    : CommandCall("setMyCommands");

/// <summary>Takes a command menu away: the next wider one shows.</summary>
/// <param name="Scope">As in <see cref="SetMyCommands"/>.</param>
/// <param name="LanguageCode">As in <see cref="SetMyCommands"/>.</param>
public sealed record DeleteMyCommands(CommandScope? Scope, string? LanguageCode) : CommandCall("deleteMyCommands");

/// <summary>Reads a command menu back.</summary>
/// <param name="Scope">As in <see cref="SetMyCommands"/>.</param>
/// <param name="LanguageCode">As in <see cref="SetMyCommands"/>.</param>
public sealed record GetMyCommands(CommandScope? Scope, string? LanguageCode) : Call<IReadOnlyList<BotCommand>>("getMyCommands")
{
    internal override IReadOnlyList<BotCommand> ReadResult(ReadOnlySpan<byte> json) => ResultReader.Commands(json);
}

/// <summary>What an empty chat shows.</summary>
/// <param name="Description">At most 512 characters.</param>
/// <param name="LanguageCode">Two letters; null: the fallback.</param>
public sealed record SetMyDescription(string Description, string? LanguageCode) : CommandCall("setMyDescription");

/// <summary>What the bot's profile shows.</summary>
/// <param name="ShortDescription">At most 120 characters.</param>
/// <param name="LanguageCode">Two letters; null: the fallback.</param>
public sealed record SetMyShortDescription(string ShortDescription, string? LanguageCode) : CommandCall("setMyShortDescription");

/// <summary>Leaves a group or channel.</summary>
public sealed record LeaveChat(long ChatId) : CommandCall("leaveChat");
