namespace Ontime.Telegram;

/// <summary>One long poll.</summary>
/// <param name="Offset">Confirms everything below it; null: from the head of the queue.</param>
/// <param name="Timeout">Seconds the server holds the call, 0 to 50.</param>
public sealed record GetUpdates(long? Offset, int Timeout) : Call<UpdateBatch>("getUpdates")
{
    /// <summary>Update kinds the bot asks for: message, callback_query, my_chat_member.</summary>
    public static IReadOnlyList<string> Wanted { get; } = ["message", "callback_query", "my_chat_member"];

    /// <summary>1 to 100; null: 100.</summary>
    public int? Limit { get; init; }

    /// <summary>Named in every call, since Telegram keeps the last list it was told.</summary>
    public IReadOnlyList<string> AllowedUpdates { get; init; } = Wanted;

    internal override int AnswerLimit => Limits.UpdatesAnswerBytes;

    internal override UpdateBatch ReadResult(ReadOnlySpan<byte> json) => UpdateReader.ReadBatch(json);
}
