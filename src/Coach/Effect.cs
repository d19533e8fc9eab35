using Ontime.Admin;
using Ontime.Broadcasting;

namespace Ontime;

/// <summary>What the shell is to do, in this order. Stored as it is, rendered only when it is sent.</summary>
public abstract record Effect
{
    /// <summary>A new message, under a name by which later effects of this chat find it again.</summary>
    public sealed record Say(string Name, Message Message) : Effect
    {
        /// <summary>What it is about, so that a later turn can take it back while it waits; null: it cannot be.</summary>
        public string? About { get; init; }
    }

    /// <summary>
    /// Puts new words into a message: the one with <paramref name="MessageId"/> where a tap brought it, else the last one said under
    /// <paramref name="Name"/>. Where neither is known or can be edited any more it is said as a new message.
    /// </summary>
    public sealed record Edit(string Name, long? MessageId, Message Message) : Effect;

    /// <summary>Takes the buttons off a message. Where it is not known any more nothing happens.</summary>
    public sealed record Strip(string Name, long? MessageId) : Effect;

    /// <summary>Answers a tap, with a short line that passes by, or without.</summary>
    public sealed record Answer(string QueryId, Line? Toast) : Effect;

    /// <summary>Deletes a person's message. Where that fails the coach is told by <see cref="Input.NotDeleted"/>.</summary>
    public sealed record Delete(long MessageId) : Effect;

    /// <summary>Sends files of this person; looked up and written when they are sent.</summary>
    public sealed record File(FileKind Kind) : Effect;

    /// <summary>Draws what was logged and sends it as a picture; looked up when it is sent, so that no figure lies in the outbox.</summary>
    public sealed record Chart(ChartKind Kind) : Effect;

    /// <summary>What an admin asked to see or to have done that needs a look-up; made when it is sent.</summary>
    public sealed record Report(Order Order) : Effect;

    /// <summary>What an admin ordered about a broadcast; carried out when it is sent, once more where nobody can say whether it was.</summary>
    /// <param name="MessageId">The message whose button was pressed; null: it was typed.</param>
    public sealed record Cast(CastOrder Order, long? MessageId) : Effect;

    /// <summary>An input for another chat, taken through the same door: durable, and taken once.</summary>
    /// <param name="Input">One of those <see cref="Words.InputCodec"/> can write.</param>
    public sealed record Tell(long ChatId, Input Input) : Effect;
}

/// <summary>What can be sent as files. The numbers are stored.</summary>
public enum FileKind
{
    /// <summary>Everything, as JSON and CSV.</summary>
    Export = 0,

    /// <summary>The due dates, for a calendar.</summary>
    Calendar = 1,
}

/// <summary>What can be drawn.</summary>
public enum ChartKind { Trend }
