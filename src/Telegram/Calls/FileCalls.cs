using System.Text.Json.Serialization;

namespace Ontime.Telegram;

/// <summary>What to send: bytes, or a file Telegram has already.</summary>
public abstract record FileSource
{
    private FileSource()
    {
    }

    /// <summary>A file Telegram has, by the id it gave in <see cref="Posted.FileId"/>.</summary>
    public sealed record Known(string FileId) : FileSource;

    /// <summary>A file to upload.</summary>
    /// <param name="Name">What the person sees, with its extension.</param>
    /// <param name="ContentType">Such as text/csv or image/png.</param>
    /// <param name="Bytes">The file; at most 50 MB, a photo 10 MB.</param>
    public sealed record Upload(string Name, string ContentType, ReadOnlyMemory<byte> Bytes) : FileSource;
}

/// <summary>A call that may carry a file.</summary>
public abstract record FileCall : PostCall
{
    private protected FileCall(string method, long chatId, FileSource source)
        : base(method)
    {
        ChatId = chatId;
        Source = source;
    }

    /// <summary>To whom.</summary>
    public long ChatId { get; init; }

    /// <summary>The file.</summary>
    [JsonIgnore]
    public FileSource Source { get; init; }

    /// <summary>HTML unless <see cref="Plain"/>, at most 1024 characters after parsing; null: none.</summary>
    public string? Caption { get; init; }

    /// <summary>The caption is no HTML and is shown as it stands.</summary>
    [JsonIgnore]
    public bool Plain { get; init; }

    /// <summary>HTML, or null where plain or without a caption.</summary>
    public string? ParseMode => Plain || Caption is null ? null : "HTML";

    /// <summary>null: no buttons.</summary>
    public Keyboard? ReplyMarkup { get; init; }

    /// <summary>true: without a sound.</summary>
    public bool? DisableNotification { get; init; }

    /// <summary>true: cannot be forwarded or saved.</summary>
    public bool? ProtectContent { get; init; }

    internal abstract string FileField { get; }

    private protected string? KnownId => (Source as FileSource.Known)?.FileId;

    internal sealed override CallBody ToBody() =>
        Source is FileSource.Upload upload ? Multipart.Build(base.ToBody().Bytes, FileField, upload) : base.ToBody();
}

/// <summary>Sends a file as a document.</summary>
public sealed record SendDocument(long ChatId, FileSource Source) : FileCall("sendDocument", ChatId, Source)
{
    /// <summary>The known file's id; null where the file is uploaded.</summary>
    public string? Document => KnownId;

    internal override string FileField => "document";
}

/// <summary>Sends a picture.</summary>
public sealed record SendPhoto(long ChatId, FileSource Source) : FileCall("sendPhoto", ChatId, Source)
{
    /// <summary>The known picture's id; null where it is uploaded.</summary>
    public string? Photo => KnownId;

    internal override string FileField => "photo";
}
