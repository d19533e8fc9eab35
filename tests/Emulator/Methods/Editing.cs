using System.Text.Json;
using NodaTime;

namespace Ontime.Emulator;

/// <summary>editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, deleteMessages.</summary>
internal static class Editing
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup "
        + "of the message";

    private static readonly Duration Deletable = Duration.FromHours(48);

    public static string Text(World world, Call call) => Edit(world, call, m =>
        m.Kind == "text" ? m.With(FormattedText.Text(call.Given)) : throw Refused.Bad("there is no text in the message to edit"));

    public static string Caption(World world, Call call) => Edit(world, call, m =>
        m.Kind == "text" ? throw Refused.Bad("there is no caption in the message to edit") : m.With(FormattedText.Caption(call.Given)));

    public static string Markup(World world, Call call) => Edit(world, call, static m => m);

    public static string Delete(World world, Call call)
    {
        var chat = world.Writable(call.Chat ?? 0);
        var message = chat.Find(call.Given.Number("message_id") ?? 0) ?? throw Refused.Bad("message to delete not found");
        if (!MayDelete(world, chat, message))
        {
            throw Refused.Bad("message can't be deleted for everyone");
        }

        chat.Replace(message with { Deleted = true });
        return "true";
    }

    public static string DeleteMany(World world, Call call)
    {
        var chat = world.Writable(call.Chat ?? 0);
        foreach (var id in call.Given.Values["message_ids"].EnumerateArray())
        {
            if (chat.Find(id.GetInt64()) is { } message && MayDelete(world, chat, message))
            {
                chat.Replace(message with { Deleted = true });
            }
        }

        return "true";
    }

    private static bool MayDelete(World world, Chat chat, ChatMessage message) =>
        world.Clock.Now - message.Date <= Deletable && (message.FromBot || chat.Type == "private");

    private static string Edit(World world, Call call, Func<ChatMessage, ChatMessage> change)
    {
        var chat = world.Writable(call.Chat ?? 0);
        var old = chat.Find(call.Given.Number("message_id") ?? 0) ?? throw Refused.Bad("message to edit not found");
        if (!old.FromBot || old is { Markup: not null, HasInlineKeyboard: false })
        {
            throw Refused.Bad("message can't be edited");
        }

        // An edit without reply_markup takes the keyboard away.
        var edited = change(old).With(call.Given.Object("reply_markup"));
        if (edited.Formatted.SameAs(old.Formatted) && SameKeyboard(edited, old))
        {
            throw Refused.Bad(NotModified);
        }

        edited = edited with { EditedAt = world.Clock.Now };
        chat.Replace(edited);
        return MessageJson.Write(world, chat, edited).ToJsonString();
    }

    private static bool SameKeyboard(ChatMessage one, ChatMessage other) =>
        (one.Keyboard.Count == 0 && other.Keyboard.Count == 0)
        || (one.Markup is { } a && other.Markup is { } b && JsonElement.DeepEquals(a, b));
}
