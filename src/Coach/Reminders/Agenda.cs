using NodaTime;
using Ontime.Members;

namespace Ontime.Reminders;

/// <summary>What is due for a member, and when to look again.</summary>
public static class Agenda
{
    /// <summary>The next moment this member waits for; null: none. Never before or at <paramref name="now"/> after a wake was handled.</summary>
    public static Instant? Next(Member member, Instant now) => throw new NotSupportedException($"{member} {now}");
}
