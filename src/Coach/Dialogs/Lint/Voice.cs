using System.Text;

namespace Ontime.Dialogs;

/// <summary>The coach speaks calmly: no exclamation marks, no emoji but the few signs it uses.</summary>
internal static class Voice
{
    private const string Signs = "✓☐☑▰▱•";

    public static IEnumerable<Fault> Check(DialogSet set)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var (key, text) in set.Texts(language).Sentences)
            {
                if (text.AsSpan().IndexOfAny('!', '！') >= 0)
                {
                    yield return set.Fault(language, key, $"“{key}” has an exclamation mark; say it calmly");
                }

                foreach (var sign in text.EnumerateRunes().Where(IsEmoji).Distinct())
                {
                    yield return set.Fault(language, key, $"“{key}” has the sign {sign}; only {string.Join(' ', Signs.AsEnumerable())} are used");
                }
            }
        }
    }

    /// <summary>Pictographs, dingbats, arrows beyond the plain ones, and what makes an emoji of another sign.</summary>
    private static bool IsEmoji(Rune rune) => !Signs.EnumerateRunes().Contains(rune)
        && rune.Value is (>= 0x2300 and <= 0x23FF) or (>= 0x25A0 and <= 0x27BF) or (>= 0x2934 and <= 0x2935) or (>= 0x2B00 and <= 0x2BFF)
            or 0x20E3 or 0xFE0F or (>= 0x1F000 and <= 0x1FBFF);
}
