using System.Globalization;
using NodaTime;

namespace Ontime.Bot.TerminalChat;

/// <summary>Reads and writes how long something lasts: 3d, 12h, 45m.</summary>
internal static class Waiting
{
    private const int MostDays = 3660;

    /// <summary>Null where it is none, or longer than ten years.</summary>
    public static Duration? Parse(string text)
    {
        if (text.Length < 2 || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var days = text[^1] switch
        {
            'd' or 'D' => count,
            'h' or 'H' => count / 24,
            'm' or 'M' => count / 1440,
            _ => 0,
        };
        return days is > 0 and <= MostDays ? Duration.FromSeconds(Math.Round(days * 86400)) : null;
    }
}
