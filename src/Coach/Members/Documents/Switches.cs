namespace Ontime.Members.Documents;

/// <summary>
/// What is true of a person and mostly is not, a letter each: “z” has named the zone, “h” has named the hour, “u” cannot be reached, “t” tips are held back,
/// “a” reminders may name amounts, “b” wants no broadcasts, “s” was told that less is said, “x” was told of the ban.
/// </summary>
internal static class Switches
{
    private static readonly (char Letter, Func<Member, bool> Is)[] All =
    [
        ('z', member => member.ZoneAsked), ('h', member => member.HourAsked), ('u', member => !member.Reachable), ('t', member => member.TipsSilent),
        ('a', member => member.AmountsInReminders), ('b', member => member.NoBroadcasts), ('s', member => member.HalvingSaid), ('x', member => member.Banned is { Said: true }),
    ];

    /// <summary>Null where none is.</summary>
    public static string? Of(Member member)
    {
        Span<char> letters = stackalloc char[All.Length];
        var length = 0;
        foreach (var (letter, @is) in All)
        {
            if (@is(member))
            {
                letters[length++] = letter;
            }
        }

        return length == 0 ? null : letters[..length].ToString();
    }
}
