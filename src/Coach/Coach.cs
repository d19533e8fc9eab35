using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime;

/// <summary>Who runs this coach, as the consent card names it; null where the operator left it empty.</summary>
public sealed record Operator(string? Name, string? Contact, string? BotUsername);

/// <summary>The one door. Pure: the same member, input and moment give the same turn.</summary>
public sealed class Coach(DialogSet dialogs, Operator who)
{
    public DialogSet Dialogs { get; } = dialogs;

    public Operator Operator { get; } = who;

    /// <param name="member">Null for a stranger: before consent nothing is kept.</param>
    public Turn Handle(Member? member, Input input, Instant now) => throw new NotSupportedException($"{input} {now} {member}");
}
