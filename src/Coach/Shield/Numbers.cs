using System.Globalization;
using Ontime.Typing;

namespace Ontime.Shield;

/// <summary>
/// Finds numbers shaped like an identity card or a bank card: 15 to 19 digits in a row, 17 digits and X, or the same in
/// groups as people write them. Dates, phone numbers and amounts in a line are none. No check digit is asked for: a
/// number typed wrong is somebody's number still.
/// </summary>
internal static class Numbers
{
    private const int Least = 15;
    private const int Most = 19;

    // The groups people write a card or an ID in; the last of a card may be shorter.
    private static readonly int[][] Shapes =
    [
        [4, 4, 4, 4], [4, 4, 4, 4, 1], [4, 4, 4, 4, 2], [4, 4, 4, 4, 3], [4, 6, 5], [6, 13], [6, 10], [6, 12], [8, 8], [8, 11], [4, 12], [4, 15], [6, 4, 4, 4], [6, 5, 5], [4, 4, 8], [6, 4, 4, 5], [4, 4, 11], [8, 4, 4],
    ];

    private static readonly string[] Areas =
        ["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83"];

    public static NumberShape? Find(string text)
    {
        var clean = Cleaned.Text(text);
        return In(clean, Decimal) ?? In(clean, Spelt);
    }

    private static NumberShape? In(string text, Func<char, int> digit)
    {
        var groups = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (digit(text[i]) < 0)
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && digit(text[i]) >= 0)
            {
                i++;
            }

            groups.Add(string.Concat(text[start..i].Select(c => (char)('0' + digit(c)))));
            var x = i < text.Length && Plain.Fold(text[i]) is 'x' && (i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]));
            if (x)
            {
                groups[^1] += 'X';
                i++;
            }

            var next = i;
            while (next < text.Length && next - i < 3 && IsGap(text[next]))
            {
                next++;
            }

            if (!x && next > i && next < text.Length && digit(text[next]) >= 0)
            {
                i = next;
                continue;
            }

            // “… 3 X”: the check letter by itself.
            if (!x && next > i && next < text.Length && Plain.Fold(text[next]) == 'x' && (next + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[next + 1])))
            {
                groups.Add("X");
                i = next + 1;
            }

            if (Shape(groups) is { } shape)
            {
                return shape;
            }

            groups.Clear();
        }

        return null;
    }

    private static NumberShape? Shape(List<string> groups)
    {
        foreach (var group in groups)
        {
            if (Alone(group) is { } shape)
            {
                return shape;
            }
        }

        if (groups.Count == 1)
        {
            return null;
        }

        var all = string.Concat(groups);
        if (groups.Count >= Least && groups.TrueForAll(g => g.Length == 1))
        {
            return all.Length is 15 or 18 ? NumberShape.Id : NumberShape.Card;
        }

        // Any run of groups within the line: other numbers may stand around.
        for (var from = 0; from < groups.Count; from++)
        {
            for (var count = 2; count <= 6 && from + count <= groups.Count; count++)
            {
                var some = groups.GetRange(from, count);
                var digits = string.Concat(some);
                if (digits.Length == 18 && some[0].Length is 6 or 3 or 14 or 17 or 2 && IsId(digits) && Born(digits.AsSpan(6, 8)))
                {
                    return NumberShape.Id;
                }

                if (IsCard(some))
                {
                    return NumberShape.Card;
                }
            }
        }

        return null;
    }

    private static NumberShape? Alone(string group)
    {
        var digits = group.TrimEnd('X').Length;
        if (group.EndsWith('X'))
        {
            return digits == 17 ? NumberShape.Id : digits is >= Least and <= Most ? NumberShape.Card : null;
        }

        if (digits > Most)
        {
            // Glued to something else: an ID only where area, birthday and check digit agree.
            return Enumerable.Range(0, Math.Min(digits, 200) - 17).Any(i => Proven(group.Substring(i, 18))) ? NumberShape.Id : null;
        }

        if (digits < Least || (digits == 15 && group.StartsWith("00861", StringComparison.Ordinal)))
        {
            return null;
        }

        return digits == 18 && Born(group.AsSpan(6, 8)) || (digits == 15 && Born("19" + group[6..12])) ? NumberShape.Id : NumberShape.Card;
    }

    private static bool IsCard(List<string> groups)
    {
        if (!Shapes.Any(s => s.SequenceEqual(groups.Select(g => g.Length))) || groups[0][0] is '0' or '1' or '7' || groups[^1].EndsWith('X'))
        {
            return false;
        }

        // Amounts are round; years and dates begin as they do.
        var round = groups.Count(g => g.EndsWith('0'));
        var years = groups.Count(g => g.Length is 4 or 8 && g.StartsWith("20", StringComparison.Ordinal));
        return round < groups.Count - 1 && years < Math.Max(2, groups.Count - 1);
    }

    private static bool IsId(string digits) => digits[..17].All(char.IsAsciiDigit) && Areas.Contains(digits[..2]);

    private static bool Proven(string digits)
    {
        if (!IsId(digits) || !Born(digits.AsSpan(6, 8)) || !char.IsAsciiDigit(digits[17]))
        {
            return false;
        }

        // Weights of GB 11643: 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2.
        ReadOnlySpan<int> factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < factors.Length; i++)
        {
            sum += (digits[i] - '0') * factors[i];
        }

        return "10X98765432"[sum % 11] == digits[17];
    }

    private static bool Born(ReadOnlySpan<char> day)
    {
        var (year, month, date) = (int.Parse(day[..4]), int.Parse(day[4..6]), int.Parse(day[6..8]));
        return year is >= 1900 and <= 2020 && month is >= 1 and <= 12 && date is >= 1 and <= 31;
    }

    private static bool IsGap(char c) => c is ' ' or '-' or '–' or '—' or '.' or '·' or '_' or '\n' or '\r' or '\t';

    /// <summary>A decimal digit of any script.</summary>
    private static int Decimal(char c) => c is >= '0' and <= '9' ? c - '0' : c < '\u0600' ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);

    private static int Spelt(char c) => c is '两' or '俩' or '仨' ? -1 : Plain.Fold(c) is '幺' ? 1 : Numeral.Digit(Plain.Fold(c));
}
