namespace Ontime.Typing;

/// <summary>Two figures where one is asked for: “两三次”, “10-20%”, “four or five”.</summary>
internal static class Ranges
{
    private const string Digits = "一二三四五六七八九";

    private static readonly string[] Between = ["到", "至", "或者", "或", " or ", " to ", "-", "~"];

    /// <summary>Both ends, each to be read like an answer; null: no range.</summary>
    public static (string Low, string High)? Ends(string text)
    {
        var plain = Plain.Of(text);
        for (var at = 0; at + 1 < plain.Length; at++)
        {
            // 两三次, 四五个月; 二三十 is another thing.
            if (Digit(plain[at]) is > 0 and var low && Digit(plain[at + 1]) == low + 1 && (at + 2 == plain.Length || !"十百千万".Contains(plain[at + 2])))
            {
                return (plain.Remove(at + 1, 1), plain.Remove(at, 1));
            }
        }

        return Array.Find(Between, word => plain.IndexOf(word, StringComparison.Ordinal) > 0) is { } between && plain.Split(between) is [var left, var right] && right.Length > 0
            ? (left.Trim(), right.Trim())
            : null;
    }

    private static int Digit(char letter) => Digits.IndexOf(letter == '两' ? '二' : letter) + 1;
}
