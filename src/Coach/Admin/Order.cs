namespace Ontime.Admin;

/// <summary>A message of the statistics.</summary>
public enum StatsPart
{
    People,
    Checklist,
    Reminders,
}

/// <summary>What became of an order about a person.</summary>
public enum OrderFate
{
    Done,

    /// <summary>Nobody is kept under that number.</summary>
    Nobody,

    /// <summary>What was to be said cannot be: the person has blocked the bot, or is gone.</summary>
    Unreachable,
}

/// <summary>What an admin can ask for. The list is closed; <see cref="Desk"/> has a way for each.</summary>
public abstract record Order
{
    /// <summary>What there is, with buttons.</summary>
    public sealed record Menu : Order;

    /// <summary>How the coach is used: counts, of nobody in particular.</summary>
    public sealed record Stats(StatsPart Part) : Order;

    /// <summary>How it stands with one person, without amounts and answers.</summary>
    public sealed record Look(long ChatId) : Order;

    /// <summary>Closes whatever is open in a person's conversation. What was answered stays.</summary>
    /// <param name="Sure">False: asks first.</param>
    public sealed record Reset(long ChatId, bool Sure) : Order;

    /// <summary>Nothing is said to the person unasked until they resume.</summary>
    public sealed record Pause(long ChatId) : Order;

    /// <summary>Nothing is answered any more but once, and no reminder comes.</summary>
    /// <param name="Sure">False: asks first.</param>
    public sealed record Ban(long ChatId, bool Sure) : Order;

    public sealed record Unban(long ChatId) : Order;

    /// <summary>The operator's own words to one person, marked as theirs.</summary>
    public sealed record Message(long ChatId, string Text) : Order;

    /// <summary>How to answer a person; the next words that reply to what is said then go to them.</summary>
    public sealed record Reply(long ChatId) : Order;

    /// <summary>Who ordered what, and who tried to.</summary>
    public sealed record Audit : Order;

    /// <summary>The inputs that could not be handled.</summary>
    public sealed record Errors : Order;

    /// <summary>Brings the person of a dead letter back to where they were, and drops it.</summary>
    public sealed record Retry(long Letter, long ChatId) : Order;

    public sealed record Drop(long Letter) : Order;

    public sealed record Health : Order;

    /// <summary>Other dialogs come into force while people are inside: first looked at, then done.</summary>
    /// <param name="What">Null: the files; <see cref="Back"/>: the set before; else the print of what was looked at, which is put in force.</param>
    public sealed record Reload(string? What) : Order
    {
        public const string Back = "back";
    }

    /// <summary>The nightly backup, now.</summary>
    public sealed record Backup : Order;
}
