using System.Globalization;
using System.Text;

namespace Ontime.Emulator;

/// <summary>Telegram's character references: four names and all numbers; anything else stays literal text.</summary>
internal static class HtmlEntities
{
    private const string HalfCharacter =
        "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units";

    /// <summary>Reads a reference at the place and moves past it, or returns null and stays.</summary>
    public static string? TryRead(string html, ref int at)
    {
        if (at >= html.Length || html[at] != '&')
        {
            return null;
        }

        var rest = html.AsSpan(at + 1);
        var number = rest.StartsWith("#");
        var length = number ? 1 : 0;
        while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length]))
        {
            length++;
        }

        var decoded = number ? Number(rest[1..length]) : Name(rest[..length]);
        if (decoded is not null)
        {
            at += 1 + length + (length < rest.Length && rest[length] == ';' ? 1 : 0);
        }

        return decoded;
    }

    private static string? Name(ReadOnlySpan<char> name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        _ => null,
    };

    private static string? Number(ReadOnlySpan<char> digits)
    {
        var hex = digits.StartsWith("x");
        var read = hex
            ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        if (!read || code is <= 0 or >= 0x10ffff || digits.Length > 8)
        {
            return null;
        }

        return Rune.TryCreate(code, out var rune) ? rune.ToString() : throw Refused.Bad(HalfCharacter);
    }
}
