namespace Ontime.Telegram;

/// <summary>One thing that happened, as far as the bot cares.</summary>
/// <param name="Id">Telegram's update_id: mostly rising, but it jumps and may go down.</param>
public abstract record Update(long Id)
{
    /// <summary>A message came in.</summary>
    public sealed record NewMessage(long Id, Message Message) : Update(Id);

    /// <summary>A button was pressed.</summary>
    public sealed record Tap(long Id, CallbackQuery Query) : Update(Id);

    /// <summary>The bot itself was blocked, unblocked, added or removed.</summary>
    public sealed record Membership(long Id, ChatMemberUpdated Change) : Update(Id);

    /// <summary>A kind the bot does not ask for: confirm it and go on.</summary>
    public sealed record Other(long Id) : Update(Id);
}

/// <summary>An update that could not be read: count it, confirm it, go on.</summary>
/// <param name="Id">Its update_id; null where even that could not be read.</param>
public sealed record Unreadable(long? Id);

/// <summary>One answer of getUpdates.</summary>
/// <param name="Updates">Those that could be read, in Telegram's order.</param>
/// <param name="Unreadable">Those that could not.</param>
/// <param name="Ids">Every id of the answer that could be read, in Telegram's order, those of unreadable updates too.</param>
public sealed record UpdateBatch(IReadOnlyList<Update> Updates, IReadOnlyList<Unreadable> Unreadable, IReadOnlyList<long> Ids)
{
    /// <summary>An answer without updates.</summary>
    public static UpdateBatch Empty { get; } = new([], [], []);
}

/// <summary>A message, or what Telegram still knows of one.</summary>
/// <param name="MessageId">Its id within the chat.</param>
/// <param name="Date">Unix seconds; 0: the message is no longer accessible.</param>
/// <param name="Chat">Where.</param>
/// <param name="From">Who; null in channels and for inaccessible messages.</param>
/// <param name="Text">Well-formed and without NUL; null where the content is no text.</param>
/// <param name="Content">What it holds.</param>
public sealed record Message(long MessageId, long Date, Chat Chat, User? From, string? Text, Content Content)
{
    /// <summary>The words of the bot's own message that this one replies to; null: it replies to none.</summary>
    public string? RepliesTo { get; init; }

    /// <summary>Too old or deleted: it can be neither read nor edited.</summary>
    public bool IsInaccessible => Date == 0;

    /// <summary>Without the person's words: this may end in a log.</summary>
    public override string ToString() => $"message {MessageId} ({Content})";
}

/// <summary>What a message holds.</summary>
public enum Content
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A picture.</summary>
    Photo,

    /// <summary>A sticker.</summary>
    Sticker,

    /// <summary>A voice message.</summary>
    Voice,

    /// <summary>A video, a round video or an animation.</summary>
    Video,

    /// <summary>A place.</summary>
    Location,

    /// <summary>Somebody's card.</summary>
    Contact,

    /// <summary>A file.</summary>
    Document,

    /// <summary>A die or the like.</summary>
    Dice,

    /// <summary>Anything else, service messages too.</summary>
    Other,
}

/// <summary>A chat.</summary>
/// <param name="Id">Up to 52 bits, negative for groups.</param>
/// <param name="Type">Its kind.</param>
public sealed record Chat(long Id, ChatType Type);

/// <summary>The kind of a chat.</summary>
public enum ChatType
{
    /// <summary>One this version does not know.</summary>
    Unknown,

    /// <summary>With one person.</summary>
    Private,

    /// <summary>A small group.</summary>
    Group,

    /// <summary>A supergroup.</summary>
    Supergroup,

    /// <summary>A channel.</summary>
    Channel,
}

/// <summary>A person or a bot.</summary>
/// <param name="Id">Up to 52 bits; the only thing that identifies anybody.</param>
/// <param name="IsBot">A bot.</param>
/// <param name="FirstName">As typed by the person: escape it, trust it for nothing.</param>
/// <param name="Username">null where there is none. Changes hands: trust it for nothing.</param>
/// <param name="LanguageCode">IETF tag of the person's app, such as zh-hans; null where not told.</param>
public sealed record User(long Id, bool IsBot, string FirstName, string? Username, string? LanguageCode)
{
    /// <summary>Without the names: this may end in a log.</summary>
    public override string ToString() => $"user {Id}";
}

/// <summary>A tap on a button.</summary>
/// <param name="Id">To be answered with <see cref="AnswerCallbackQuery"/>.</param>
/// <param name="From">Who.</param>
/// <param name="Message">Under which message; null where Telegram does not say.</param>
/// <param name="Data">The button's data, which a forged client can make up; null for other kinds of button.</param>
public sealed record CallbackQuery(string Id, User From, Message? Message, string? Data);

/// <summary>The bot's own standing in a chat has changed.</summary>
/// <param name="Chat">Where.</param>
/// <param name="From">Who did it.</param>
/// <param name="Date">Unix seconds.</param>
/// <param name="NewStatus">What the bot is now.</param>
public sealed record ChatMemberUpdated(Chat Chat, User From, long Date, MemberStatus NewStatus);

/// <summary>The bot's standing in a chat.</summary>
public enum MemberStatus
{
    /// <summary>One this version does not know.</summary>
    Unknown,

    /// <summary>In a private chat: not blocked.</summary>
    Member,

    /// <summary>An administrator or the owner.</summary>
    Administrator,

    /// <summary>A member with fewer rights.</summary>
    Restricted,

    /// <summary>Not in the chat.</summary>
    Left,

    /// <summary>In a private chat: blocked.</summary>
    Kicked,
}
