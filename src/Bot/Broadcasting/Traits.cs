using Ontime.Members;

namespace Ontime.Bot;

/// <summary>What groups of members are counted by, beside the columns. The numbers are stored.</summary>
[Flags]
internal enum Traits
{
    None = 0,
    HasBills = 1,
    FinishedFirst = 2,
    NoBroadcasts = 4,
}

internal static class TraitsOf
{
    /// <summary>The hour is asked last in the first session.</summary>
    public static Traits Traits(this Member member) =>
        (member.Bills.IsEmpty ? Bot.Traits.None : Bot.Traits.HasBills)
        | (member.HourAsked ? Bot.Traits.FinishedFirst : Bot.Traits.None)
        | (member.NoBroadcasts ? Bot.Traits.NoBroadcasts : Bot.Traits.None);
}

/// <summary>What stands in the status column; who has another one than <see cref="Active"/> is told nothing unasked.</summary>
internal static class Statuses
{
    public const string Active = Admin.Counting.Active;
}
