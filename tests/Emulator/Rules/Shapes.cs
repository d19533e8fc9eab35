namespace Ontime.Emulator;

/// <summary>The objects that parameters hold, each with the fields this house knows.</summary>
internal static class Shapes
{
    public static readonly Kind Flag = new Kind.Flag();
    public static readonly Kind AnyText = new Kind.Text();
    public static readonly Kind Id = new Kind.Whole();
    public static readonly Kind MessageId = new Kind.Whole(Min: 1, Max: int.MaxValue);
    public static readonly Kind ChatId = new Kind.ChatRef();
    public static readonly Kind Markup = new Kind.Markup(InlineOnly: false);
    public static readonly Kind InlineMarkup = new Kind.Markup(InlineOnly: true);

    /// <summary>Only HTML: nobody here writes the others.</summary>
    public static readonly Kind ParseMode = new Kind.Like(
        "HTML", static s => s.Equals("html", StringComparison.OrdinalIgnoreCase), "unsupported parse_mode");

    public static readonly Kind Language = new Kind.Like(
        "a two-letter language code or empty", static s => s.Length is 0 || (s.Length is 2 && s.All(char.IsAsciiLetterLower)));

    public static readonly Kind UpdateTypes = new Kind.ListOf(OneOf(
        "message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "inline_query", "chosen_inline_result",
        "my_chat_member", "chat_member", "chat_join_request", "message_reaction", "message_reaction_count", "poll", "poll_answer"));

    public static readonly Kind LinkPreview = new Kind.Object(new Shape(
        "LinkPreviewOptions",
        new("is_disabled", Flag),
        new("url", AnyText),
        new("prefer_small_media", Flag),
        new("prefer_large_media", Flag),
        new("show_above_text", Flag)));

    public static readonly Kind ReplyTo = new Kind.Object(new Shape(
        "ReplyParameters",
        new("message_id", MessageId, Required: true),
        new("chat_id", ChatId),
        new("allow_sending_without_reply", Flag),
        new("quote", new Kind.Text(1, 1024))));

    public static readonly Kind Entities = new Kind.ListOf(new Kind.Object(new Shape(
        "MessageEntity",
        new("type", AnyText, Required: true),
        new("offset", new Kind.Whole(Min: 0), Required: true),
        new("length", new Kind.Whole(Min: 1), Required: true),
        new("url", AnyText),
        new("language", AnyText),
        new("custom_emoji_id", AnyText),
        new("unix_time", Id),
        new("date_time_format", AnyText))), Max: 100);

    public static readonly Kind Command = new Kind.Object(new Shape(
        "BotCommand",
        new("command", new Kind.Like("1-32 of a-z 0-9 _", IsCommand, "BOT_COMMAND_INVALID"), Required: true),
        new("description", new Kind.Text(1, 256), Required: true)));

    private static readonly Kind CommandScope = OneOf(
        "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member");

    public static readonly Kind Scope = new Kind.Object(new Shape(
        "BotCommandScope",
        new("type", CommandScope, Required: true),
        new("chat_id", ChatId),
        new("user_id", Id)));

    public static readonly Kind MenuButton = new Kind.Object(new Shape(
        "MenuButton",
        new("type", OneOf("commands", "web_app", "default"), Required: true),
        new("text", AnyText),
        new("web_app", new Kind.Object(new Shape("WebAppInfo", new Field("url", AnyText, Required: true))))));

    public static Kind OneOf(params string[] values) => new Kind.Like("one of " + string.Join(", ", values), values.Contains);

    private static bool IsCommand(string text) =>
        text.Length is >= 1 and <= 32 && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
