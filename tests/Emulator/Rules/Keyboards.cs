using System.Text.Json;

namespace Ontime.Emulator;

/// <summary>A button as a person sees it.</summary>
/// <param name="Label">Its text.</param>
/// <param name="Data">Its callback_data, or null.</param>
/// <param name="Url">Where it leads, or null.</param>
/// <param name="Style">primary, success, danger or null.</param>
public sealed record Button(string Label, string? Data, string? Url, string? Style)
{
    public override string ToString() => $"[{Label}]";
}

/// <summary>The rules of reply_markup.</summary>
internal static class Keyboards
{
    private static readonly Kind Style = Shapes.OneOf("primary", "success", "danger");
    private static readonly Kind Placeholder = new Kind.Text(1, 64);

    private static readonly Field[] Actions =
    [
        new("url", new Kind.Like("a http, https or tg URL", IsLink)),
        new("callback_data", new Kind.Bytes(1, 64, "BUTTON_DATA_INVALID")),
        new("web_app", Object("WebAppInfo", "url", new Kind.Like("a https URL", static s => s.StartsWith("https://")))),
        new("switch_inline_query", Shapes.AnyText),
        new("switch_inline_query_current_chat", Shapes.AnyText),
        new("copy_text", Object("CopyTextButton", "text", new Kind.Text(1, 256))),
    ];

    private static readonly Shape InlineButton = new(
        "InlineKeyboardButton",
        [new("text", Shapes.AnyText, Required: true), new("style", Style), new("icon_custom_emoji_id", Shapes.AnyText), .. Actions]);

    private static readonly Shape KeyboardButton = new(
        "KeyboardButton",
        new("text", Shapes.AnyText, Required: true),
        new("style", Style),
        new("request_contact", Shapes.Flag),
        new("request_location", Shapes.Flag));

    private static readonly Shape Inline = new(
        "InlineKeyboardMarkup", new("inline_keyboard", Rows(InlineButton), Required: true), new("force_reply", Shapes.Flag));

    private static readonly Shape Reply = new(
        "ReplyKeyboardMarkup",
        new("keyboard", Rows(KeyboardButton), Required: true),
        new("is_persistent", Shapes.Flag),
        new("resize_keyboard", Shapes.Flag),
        new("one_time_keyboard", Shapes.Flag),
        new("input_field_placeholder", Placeholder),
        new("selective", Shapes.Flag));

    private static readonly Shape Remove = new(
        "ReplyKeyboardRemove", new("remove_keyboard", Shapes.Flag, Required: true), new("selective", Shapes.Flag));

    private static readonly Shape Force = new(
        "ForceReply",
        new("force_reply", Shapes.Flag, Required: true),
        new("input_field_placeholder", Placeholder),
        new("selective", Shapes.Flag));

    public static void Check(JsonElement value, string path, bool inlineOnly)
    {
        var shape = ShapeOf(value, inlineOnly);
        shape.Check(value, path);
        var rows = Rows(value).ToList();
        if (rows.Sum(static r => r.Count) > 100 || rows.Any(static r => r.Count > 8))
        {
            throw Refused.Bad("reply markup is too long");
        }

        foreach (var button in rows.SelectMany(static r => r))
        {
            CheckButton(button, shape == Inline);
        }
    }

    public static bool IsInline(JsonElement markup) => markup.TryGetProperty("inline_keyboard", out _);

    public static IReadOnlyList<IReadOnlyList<Button>> Read(JsonElement markup) =>
        [.. Rows(markup).Where(static r => r.Count > 0).Select(static r => (IReadOnlyList<Button>)[.. r.Select(ReadButton)])];

    private static Button ReadButton(JsonElement button) =>
        new(Get(button, "text")!, Get(button, "callback_data"), Get(button, "url"), Get(button, "style"));

    private static string? Get(JsonElement button, string name) => button.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Shape ShapeOf(JsonElement value, bool inlineOnly)
    {
        bool Has(string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out _);
        return inlineOnly || Has("inline_keyboard") ? Inline
            : Has("keyboard") ? Reply
            : Has("remove_keyboard") ? Remove
            : Has("force_reply") ? Force
            : throw Refused.Bad("object expected as reply markup");
    }

    private static void CheckButton(JsonElement button, bool inline)
    {
        if (string.IsNullOrWhiteSpace(Get(button, "text")))
        {
            throw Refused.Bad("keyboard button text must be non-empty");
        }

        var actions = inline ? Actions.Count(a => button.TryGetProperty(a.Name, out _)) : 1;
        if (actions == 0)
        {
            throw Refused.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }

        if (actions > 1)
        {
            throw Refused.Bad("can't parse inline keyboard button: exactly one action is allowed, found " + actions);
        }
    }

    private static Kind.Object Object(string shape, string field, Kind kind) => new(new Shape(shape, new Field(field, kind, Required: true)));

    private static Kind.ListOf Rows(Shape button) => new(new Kind.ListOf(new Kind.Object(button)));

    private static IEnumerable<List<JsonElement>> Rows(JsonElement markup) =>
        markup.TryGetProperty("inline_keyboard", out var rows) || markup.TryGetProperty("keyboard", out rows)
            ? rows.EnumerateArray().Select(static r => r.EnumerateArray().ToList())
            : [];

    private static bool IsLink(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "tg";
}
