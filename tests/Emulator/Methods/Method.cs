using static Ontime.Emulator.Shapes;

namespace Ontime.Emulator;

/// <summary>A method of the Bot API: what it takes, and what it does inside the gate (its result as JSON).</summary>
internal sealed record Method(Shape Shape, Func<World, Call, string> Run)
{
    private static readonly Kind ChatAction = OneOf(
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location");

    private static readonly Field LanguageCode = new("language_code", Language);
    private static readonly Field AllowedUpdates = new("allowed_updates", UpdateTypes);
    private static readonly Field DropPending = new("drop_pending_updates", Flag);
    private static readonly Field AboveMedia = new("show_caption_above_media", Flag);
    private static readonly Field ChatId = new("chat_id", Shapes.ChatId, Required: true);

    private static readonly Field[] Send =
    [
        ChatId,
        new("message_thread_id", Id),
        new("parse_mode", ParseMode),
        new("disable_notification", Flag),
        new("protect_content", Flag),
        new("message_effect_id", AnyText),
        new("reply_parameters", ReplyTo),
        new("reply_markup", Markup),
    ];

    private static readonly Field[] Text =
        [new("text", AnyText, Required: true), new("entities", Entities), new("link_preview_options", LinkPreview)];

    private static readonly Field[] Caption = [new("caption", AnyText), new("caption_entities", Entities)];

    private static readonly Field[] Edit = [ChatId, new("message_id", MessageId, Required: true), new("reply_markup", InlineMarkup)];

    private static readonly Dictionary<string, Method> All = new Method[]
    {
        Of("getMe", Profiles.GetMe),
        Of("getUpdates", Lookups.Never, new("offset", Id), new("limit", Id), new("timeout", Id), AllowedUpdates),
        Of(
            "setWebhook",
            Webhooks.Set,
            new("url", AnyText, Required: true),
            new("ip_address", AnyText),
            new("max_connections", new Kind.Whole(1, 100)),
            new("secret_token", new Kind.Like("1-256 of A-Z a-z 0-9 _ -", IsSecret)),
            AllowedUpdates,
            DropPending),
        Of("deleteWebhook", Webhooks.Delete, DropPending),
        Of("getWebhookInfo", Webhooks.Info),
        Of("sendMessage", Sending.Message, [.. Send, .. Text]),
        Of(
            "sendPhoto",
            Sending.Photo,
            [.. Send, .. Caption, new("photo", new Kind.File(), Required: true), new("has_spoiler", Flag), AboveMedia]),
        Of(
            "sendDocument",
            Sending.Document,
            [.. Send, .. Caption, new("document", new Kind.File(), Required: true), new("disable_content_type_detection", Flag)]),
        Of("sendChatAction", Sending.ChatAction, ChatId, new("message_thread_id", Id), new("action", ChatAction, Required: true)),
        Of("editMessageText", Editing.Text, [.. Edit, .. Text, new("parse_mode", ParseMode)]),
        Of(
            "editMessageCaption",
            Editing.Caption,
            [.. Edit, .. Caption, new("parse_mode", ParseMode), AboveMedia]),
        Of("editMessageReplyMarkup", Editing.Markup, Edit),
        Of("deleteMessage", Editing.Delete, ChatId, new("message_id", MessageId, Required: true)),
        Of("deleteMessages", Editing.DeleteMany, ChatId, new("message_ids", new Kind.ListOf(MessageId, Max: 100, Min: 1), Required: true)),
        Of(
            "answerCallbackQuery",
            Answering.Answer,
            new("callback_query_id", AnyText, Required: true),
            new("text", new Kind.Text(0, 200)),
            new("show_alert", Flag),
            new("url", AnyText),
            new("cache_time", new Kind.Whole(Min: 0))),
        Of(
            "setMyCommands",
            Profiles.SetCommands,
            new("commands", new Kind.ListOf(Command, Max: 100), Required: true),
            new("scope", Scope),
            LanguageCode),
        Of("getMyCommands", Profiles.GetCommands, new("scope", Scope), LanguageCode),
        Of("deleteMyCommands", Profiles.DeleteCommands, new("scope", Scope), LanguageCode),
        Of("setMyName", Profiles.SetName, new("name", new Kind.Text(0, 64)), LanguageCode),
        Of("setMyDescription", Profiles.SetDescription, new("description", new Kind.Text(0, 512)), LanguageCode),
        Of("setMyShortDescription", Profiles.SetShortDescription, new("short_description", new Kind.Text(0, 120)), LanguageCode),
        Of("setChatMenuButton", Profiles.SetMenuButton, new("chat_id", Id), new("menu_button", MenuButton)),
        Of("getChat", Lookups.GetChat, ChatId),
        Of("leaveChat", Lookups.LeaveChat, ChatId),
        Of("getFile", Lookups.GetFile, new Field("file_id", AnyText, Required: true)),
        Of("logOut", Lookups.Never),
        Of("close", Lookups.Never),
    }.ToDictionary(static m => m.Shape.Name, StringComparer.OrdinalIgnoreCase);

    public static Method? Find(string name) => All.GetValueOrDefault(name);

    private static Method Of(string name, Func<World, Call, string> run, params Field[] fields) => new(new Shape(name, fields), run);

    private static bool IsSecret(string text) =>
        text.Length is >= 1 and <= 256 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
