using System.Text;
using Ontime.Typing;

namespace Ontime.Shield;

/// <summary>A text as the shield compares it.</summary>
internal static class Folded
{
    /// <summary>Lower case, simplified, without apostrophes; blanks collapse, and go where they part two Chinese characters (不 想 活).</summary>
    public static string Text(string raw)
    {
        var clean = Cleaned.Text(raw);
        var text = new StringBuilder(clean.Length);
        for (var i = 0; i < clean.Length; i++)
        {
            var c = Plain.Fold(clean[i]);
            if (c == '\'')
            {
                continue;
            }

            if (IsGap(c))
            {
                var next = i + 1 < clean.Length ? clean[i + 1] : '\0';
                if (text.Length > 0 && IsChinese(text[^1]) && (IsChinese(next) || IsGap(Plain.Fold(next))))
                {
                    continue;
                }

                // A dash in English joins words: self-harm is self harm.
                c = c is '.' ? c : ' ';
                if (c == ' ' && (text.Length == 0 || text[^1] == ' '))
                {
                    continue;
                }
            }

            text.Append(c);
        }

        return text.ToString().TrimEnd();
    }

    private static bool IsGap(char c) => c is ' ' or '-' or '*' or '·' or '.' or '_';

    private static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9FFF';
}
