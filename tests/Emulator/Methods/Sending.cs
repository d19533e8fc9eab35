using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>sendMessage, sendPhoto, sendDocument, sendChatAction.</summary>
internal static class Sending
{
    public static string Message(World world, Call call)
    {
        var chat = world.Writable(call.Chat ?? 0);
        return Post(world, chat, call.Given, "text", FormattedText.Text(call.Given));
    }

    public static string Photo(World world, Call call) => File(world, call, "photo", Media.AcceptPhoto);

    public static string Document(World world, Call call) => File(world, call, "document", Media.AcceptDocument);

    public static string ChatAction(World world, Call call)
    {
        world.Writable(call.Chat ?? 0);
        return "true";
    }

    private static string File(World world, Call call, string kind, Func<Files, Upload, StoredFile> accept)
    {
        var given = call.Given;
        var chat = world.Writable(call.Chat ?? 0);
        var caption = FormattedText.Caption(given);
        var upload = given.Upload(kind);
        var file = upload is not null ? accept(world.Files, upload) : Known(world, given.Text(kind)!, kind);
        var media = kind == "photo" ? Media.Photo(world.Files, file) : Media.Document(file);
        return Post(world, chat, given, kind, caption, media, file);
    }

    private static StoredFile Known(World world, string id, string kind)
    {
        var file = world.Files.Find(id) ?? throw Refused.Bad("wrong file identifier/HTTP URL specified");
        return file.Kind == kind ? file : throw Refused.Bad($"can't use file of type {file.Kind} as {kind}");
    }

    private static string Post(
        World world, Chat chat, Parameters given, string kind, FormattedText text, JsonObject? media = null, StoredFile? file = null)
    {
        if (given.Values.ContainsKey("message_effect_id") && chat.Type != "private")
        {
            throw Refused.Bad("message effects are only for private chats");
        }

        var message = new ChatMessage
        {
            Id = 0,
            FromBot = true,
            Date = world.Clock.Now,
            Kind = kind,
            Media = media,
            FileId = file?.Id,
            FileName = file?.Name,
            FileBytes = file?.Bytes ?? ReadOnlyMemory<byte>.Empty,
            ReplyTo = ReplyTo(chat, given),
            Silent = given.Is("disable_notification"),
            Protected = given.Is("protect_content"),
        };
        message = message.With(text).With(given.Object("reply_markup")) with { Id = chat.NextId() };
        chat.Add(message);
        return MessageJson.Write(world, chat, message).ToJsonString();
    }

    private static int? ReplyTo(Chat chat, Parameters given)
    {
        if (given.Object("reply_parameters") is not { } reply)
        {
            return null;
        }

        var id = reply.GetProperty("message_id").GetInt32();
        var mayMiss = reply.TryGetProperty("allow_sending_without_reply", out var allow) && allow.GetBoolean();
        return chat.Find(id) is not null ? id : mayMiss ? null : throw Refused.Bad("message to be replied not found");
    }
}
