using System.Globalization;
using System.Text;

namespace Ontime.Telegram;

/// <summary>
/// The entities Telegram knows: &amp;lt; &amp;gt; &amp;amp; &amp;quot; and every numeric one. Others are text. The semicolon may be
/// missing.
/// </summary>
internal static class Entity
{
    private const int LongestNumeric = 10;

    /// <summary>The entity that begins at <paramref name="at"/>; <c>Used</c> is 0 where none does.</summary>
    public static (string Text, int Used) Read(string html, int at)
    {
        var end = at + 1;
        string? text;
        if (end < html.Length && html[end] == '#')
        {
            var hex = end + 1 < html.Length && html[end + 1] == 'x';
            var digits = end + (hex ? 2 : 1);
            end = digits;
            while (end < html.Length && (hex ? char.IsAsciiHexDigit(html[end]) : char.IsAsciiDigit(html[end])))
            {
                end++;
            }

            text = end - at < LongestNumeric ? Numeric(html[digits..end], hex) : null;
        }
        else
        {
            while (end < html.Length && char.IsAsciiLetter(html[end]))
            {
                end++;
            }

            text = Named(html[(at + 1)..end]);
        }

        return text is null ? ("", 0) : (text, end - at + (end < html.Length && html[end] == ';' ? 1 : 0));
    }

    private static string? Named(string name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        _ => null,
    };

    private static string? Numeric(string digits, bool hex) =>
        int.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && code is > 0 and < 0x10FFFF
            ? Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD"
            : null;
}
