namespace Ontime.Bot.TerminalChat;

/// <summary>a, b, … z, aa, ab, …: how buttons are named in the terminal. Never a digit, since a number is always a typed value.</summary>
internal static class Letters
{
    private const int Alphabet = 26;

    public static string Of(int index) => index < Alphabet ? $"{(char)('a' + index)}" : Of((index / Alphabet) - 1) + (char)('a' + (index % Alphabet));

    /// <summary>Null where it is no such name.</summary>
    public static int? Index(string text)
    {
        if (text.Length is 0 or > 2 || text.Any(c => !char.IsAsciiLetter(c)))
        {
            return null;
        }

        return text.Aggregate(0, (index, c) => (index * Alphabet) + char.ToLowerInvariant(c) - 'a' + 1) - 1;
    }
}
