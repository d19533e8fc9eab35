using System.Text;

namespace Ontime.Telegram;

/// <summary>
/// Takes bot tokens out of any text: the second net, for the log pipeline. The first is that no URL ever leaves <see cref="BotApi"/>.
/// </summary>
public static class Redaction
{
    private const string Mark = "[token]";
    private const int IdDigits = 5;
    private const int SecretChars = 30;

    /// <summary>
    /// Replaces every five or more digits, a colon (also as %3A) and thirty or more token characters. Linear in the text.
    /// </summary>
    public static string Scrub(string text)
    {
        StringBuilder? clean = null;
        var kept = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var colon = ColonAt(text, i);
            if (colon == 0)
            {
                continue;
            }

            var start = i;
            while (start > kept && char.IsAsciiDigit(text[start - 1]))
            {
                start--;
            }

            var end = i + colon;
            while (end < text.Length && IsSecretChar(text[end]))
            {
                end++;
            }

            if (i - start >= IdDigits && end - i - colon >= SecretChars)
            {
                (clean ??= new StringBuilder(text.Length)).Append(text, kept, start - kept).Append(Mark);
                kept = end;
                i = end - 1;
            }
        }

        return clean is null ? text : clean.Append(text, kept, text.Length - kept).ToString();
    }

    internal static bool IsSecretChar(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private static int ColonAt(string text, int i) =>
        text[i] == ':' ? 1
        : text[i] == '%' && string.Compare(text, i, "%3A", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 ? 3
        : 0;
}
