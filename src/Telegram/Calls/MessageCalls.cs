using System.Text.Json.Serialization;

namespace Ontime.Telegram;

/// <summary>Sends a text.</summary>
/// <param name="ChatId">To whom.</param>
/// <param name="Text">HTML unless <see cref="Plain"/>; 1 to 4096 characters after parsing.</param>
public sealed record SendMessage(long ChatId, string Text) : PostCall("sendMessage")
{
    /// <summary>The text is no HTML and is shown as it stands.</summary>
    [JsonIgnore]
    public bool Plain { get; init; }

    /// <summary>HTML, or null where plain.</summary>
    public string? ParseMode => Plain ? null : "HTML";

    /// <summary>null: no buttons.</summary>
    public Keyboard? ReplyMarkup { get; init; }

    /// <summary>Links are never previewed.</summary>
    public LinkPreviewOptions LinkPreviewOptions { get; } = LinkPreviewOptions.Off;

    /// <summary>true: without a sound.</summary>
    public bool? DisableNotification { get; init; }

    /// <summary>true: cannot be forwarded or saved.</summary>
    public bool? ProtectContent { get; init; }
}

/// <summary>Changes the text of an own message, and its buttons with it: none given, none left.</summary>
/// <param name="ChatId">Where.</param>
/// <param name="MessageId">Which.</param>
/// <param name="Text">As in <see cref="SendMessage"/>.</param>
public sealed record EditMessageText(long ChatId, long MessageId, string Text) : PostCall("editMessageText")
{
    /// <summary>The text is no HTML and is shown as it stands.</summary>
    [JsonIgnore]
    public bool Plain { get; init; }

    /// <summary>HTML, or null where plain.</summary>
    public string? ParseMode => Plain ? null : "HTML";

    /// <summary>null: the buttons go.</summary>
    public Keyboard? ReplyMarkup { get; init; }

    /// <summary>Links are never previewed.</summary>
    public LinkPreviewOptions LinkPreviewOptions { get; } = LinkPreviewOptions.Off;
}

/// <summary>Changes the buttons of an own message.</summary>
/// <param name="ChatId">Where.</param>
/// <param name="MessageId">Which.</param>
/// <param name="ReplyMarkup">null: the buttons go.</param>
public sealed record EditMessageReplyMarkup(long ChatId, long MessageId, Keyboard? ReplyMarkup) : PostCall("editMessageReplyMarkup");

/// <summary>Removes a message younger than 48 hours.</summary>
public sealed record DeleteMessage(long ChatId, long MessageId) : PostCall("deleteMessage");

/// <summary>Answers a tap; due for every tap, and first.</summary>
/// <param name="CallbackQueryId">The tap.</param>
/// <param name="Text">The toast, at most 200 characters; null: silent.</param>
public sealed record AnswerCallbackQuery(string CallbackQueryId, string? Text = null) : PostCall("answerCallbackQuery")
{
    /// <summary>true: a window to be closed instead of a toast.</summary>
    public bool? ShowAlert { get; init; }
}

/// <summary>How links are shown.</summary>
public sealed record LinkPreviewOptions(bool IsDisabled)
{
    internal static LinkPreviewOptions Off { get; } = new(IsDisabled: true);
}
