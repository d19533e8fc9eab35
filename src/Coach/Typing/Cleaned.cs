namespace Ontime.Typing;

/// <summary>A person's text made valid and comparable.</summary>
public static class Cleaned
{
    /// <summary>Longest text that is looked at, in UTF-16 units: the length of a Telegram message.</summary>
    public const int Longest = 4096;

    // U+FE50 to U+FE6B: signs in the small form some keyboards give.
    private const string Small = ",、.\uFE53;:?!-(){}【】#&*+-<>=\uFE67\\$%@";

    /// <summary>
    /// Lone surrogates become U+FFFD; NUL, bidi controls and zero-width characters go; full width becomes half width
    /// (by our own table: under invariant globalization <c>Normalize</c> does nothing); at most 4096 units, no pair split.
    /// </summary>
    public static string Text(string raw)
    {
        // Most texts are fine as they are: look first, copy only when something has to change.
        var clean = raw.Length <= Longest;
        for (var i = 0; clean && i < raw.Length; i++)
        {
            clean = raw[i] != '\0' && !char.IsSurrogate(raw[i]) && Fold(raw[i]) == raw[i];
        }

        return clean ? raw : Copy(raw);
    }

    /// <summary>As <see cref="Text"/>, but what is only wide stays so: for words that are shown to others as they were typed.</summary>
    public static string AsTyped(string raw) => Copy(raw, c => Fold(c) is '\0' ? '\0' : c);

    private static string Copy(string raw) => Copy(raw, Fold);

    private static string Copy(string raw, Func<char, char> fold)
    {
        var text = new System.Text.StringBuilder(Math.Min(raw.Length, Longest));
        for (var i = 0; i < raw.Length && text.Length < Longest; i++)
        {
            var c = raw[i];
            if (char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
            {
                if (text.Length + 2 > Longest)
                {
                    break;
                }

                text.Append(c).Append(raw[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                text.Append('\uFFFD');
            }
            else if (fold(c) is var folded and not '\0')
            {
                text.Append(folded);
            }
        }

        return text.ToString();
    }

    /// <summary>The character as it is kept, or NUL where it goes.</summary>
    private static char Fold(char c) => c switch
    {
        < '\u0080' => c,
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        '\u00AD' or '\u061C' or (>= '\u200B' and <= '\u200F') or '\uFEFF' or '\u180E' => '\0',
        (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u206F') => '\0',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\uFE50' and <= '\uFE6B' => Small[c - 0xFE50],
        '\uFFE5' => '\u00A5',
        '\uFFE0' => '\u00A2',
        '\uFFE1' => '\u00A3',
        _ => c,
    };
}
