using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ontime.Telegram;

/// <summary>One call of the Bot API: its parameters as data. Fields that are null are not sent.</summary>
public abstract record Call
{
    private protected Call(string method) => Method = method;

    /// <summary>The method's name, as in the URL.</summary>
    [JsonIgnore]
    public string Method { get; }

    /// <summary>The method only: what a call carries are people's words and secrets, and this may end in a log.</summary>
    public sealed override string ToString() => Method;

    /// <summary>The largest answer that is read, in bytes.</summary>
    internal virtual int AnswerLimit => Limits.AnswerBytes;

    internal virtual CallBody ToBody() => CallBody.Json(JsonSerializer.SerializeToUtf8Bytes(this, GetType(), CallJsonOptions.Relaxed));
}

/// <summary>A call and the type of its result.</summary>
public abstract record Call<T> : Call
{
    private protected Call(string method)
        : base(method)
    {
    }

    /// <summary>Reads the <c>result</c>. Throws <see cref="JsonException"/> where it has another shape.</summary>
    internal abstract T ReadResult(ReadOnlySpan<byte> json);
}

/// <summary>A call that answers with nothing but <c>true</c>: that it was ok says everything.</summary>
public abstract record CommandCall : Call<bool>
{
    private protected CommandCall(string method)
        : base(method)
    {
    }

    internal sealed override bool ReadResult(ReadOnlySpan<byte> json) => true;
}

/// <summary>A call of the sender: it puts a message into a chat, changes one, removes one or answers a tap.</summary>
public abstract record PostCall : Call<Posted>
{
    private protected PostCall(string method)
        : base(method)
    {
    }

    internal sealed override Posted ReadResult(ReadOnlySpan<byte> json) => ResultReader.Posted(json);
}

/// <summary>What a <see cref="PostCall"/> left behind.</summary>
/// <param name="MessageId">The message; null where the answer does not name one.</param>
/// <param name="FileId">The uploaded photo or document, to be sent again without an upload; null where there is none.</param>
public sealed record Posted(long? MessageId, string? FileId);
