using NodaTime;
using Ontime.Admin;

namespace Ontime;

/// <summary>Who speaks, as far as the channel knows. A name is kept only once a person has consented.</summary>
/// <param name="LanguageCode">IETF tag as the channel gives it ("zh-hans", "en"), or null.</param>
public sealed record Person(long Id, string? Name, string? LanguageCode);

/// <summary>Everything that can happen to a chat. One door takes all of them: <see cref="Coach.Handle"/>.</summary>
public abstract record Input
{
    /// <summary>Words typed by a person. <paramref name="At"/> is when they were typed, which "yesterday" is relative to.</summary>
    public sealed record Said(Person From, string Text, long MessageId, Instant At) : Input
    {
        /// <summary>The number at the head (“#42 …”) of the coach's message these words reply to: an admin's answer to that person; else null.</summary>
        public long? RepliesTo { get; init; }
    }

    /// <summary>A button pressed. <paramref name="MessageId"/> is the message it hangs on, 0 where the channel cannot say.</summary>
    public sealed record Tapped(Person From, string Data, long MessageId, string QueryId) : Input;

    /// <summary>Something that is not text: a photo, a sticker, a voice message.</summary>
    public sealed record Showed(Person From, long MessageId) : Input;

    /// <summary>Words or a tap in a group: nothing personal may be said there.</summary>
    /// <param name="QueryId">Null where it was not a tap.</param>
    public sealed record InGroup(Person From, string? QueryId) : Input;

    /// <summary>The moment a member waited for has come.</summary>
    public sealed record Wake : Input;

    /// <summary>The person cannot be reached any more (blocked, deactivated), or can again.</summary>
    public sealed record Reachable(bool Yes) : Input;

    /// <summary>A message could not be deleted where the coach had asked for it.</summary>
    /// <param name="Language">The one in which the person was told that it is being deleted.</param>
    public sealed record NotDeleted(long MessageId, Language Language) : Input;

    /// <summary>An admin's order that concerns this person.</summary>
    /// <param name="By">The admin, who hears what became of it.</param>
    /// <param name="Language">The admin's.</param>
    public sealed record Ordered(Order Order, long By, Language Language) : Input;

    /// <summary>To an admin: what became of an order.</summary>
    /// <param name="Language">The admin's.</param>
    public sealed record Carried(Order Order, OrderFate Fate, Language Language) : Input;

    /// <summary>To an admin: a person's words for the operator.</summary>
    /// <param name="Language">The person's.</param>
    public sealed record Feedback(long From, string Text, Language Language) : Input;
}
