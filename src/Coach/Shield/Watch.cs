using System.Text;

namespace Ontime.Shield;

/// <summary>Looks at a text before any question does.</summary>
public sealed class Watch(ShieldWords words)
{
    /// <summary>The gravest alarm, or null. Never throws; nothing of the text leaves it.</summary>
    public Alarm? Look(string text)
    {
        var folded = Folded.Text(text);
        if (Says(Without(folded, words.Danger.Not), words.Danger.Words))
        {
            return new Alarm.Danger();
        }

        if (Numbers.Find(text) is { } shape)
        {
            return new Alarm.Number(shape);
        }

        var plain = Without(folded, words.Check.Not);
        var counted = Numberless(plain);
        return words.Scam.Any(pair => (Says(plain, pair.One) || Says(counted, pair.One)) && Says(plain, pair.Other)) ? new Alarm.Scam()
            : Says(plain, words.Check.Words) ? new Alarm.Check()
            : null;
    }

    /// <summary>A # for each number, so that “交300” and “pay 1,000” are one word of the list each.</summary>
    private static string Numberless(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsNumber(text, i))
            {
                result.Append(text[i]);
            }
            else if (result.Length == 0 || result[^1] != '#')
            {
                // “pay ¥300” and “pay 300” are the same.
                result.Length -= result.Length > 0 && result[^1] is '¥' or '$' ? 1 : 0;
                result.Append('#');
            }
        }

        return result.ToString();
    }

    private static bool IsNumber(string text, int at) =>
        char.IsAsciiDigit(text[at]) || "一二两三四五六七八九十百千万几".Contains(text[at])
        || (text[at] is '.' or ',' && at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));

    private static string Without(string text, IReadOnlyList<string> not)
    {
        foreach (var phrase in not)
        {
            for (var at = Find(text, phrase, 0); at >= 0; at = Find(text, phrase, at))
            {
                text = string.Concat(text.AsSpan(0, at), "|", text.AsSpan(at + phrase.Length));
            }
        }

        return text;
    }

    private static bool Says(string text, IReadOnlyList<string> list) => list.Any(word => Find(text, word, 0) >= 0);

    // Latin words are whole words; Chinese has no blanks to go by.
    private static int Find(string text, string word, int from)
    {
        for (var at = from; (at = text.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at++)
        {
            var end = at + word.Length;
            var head = !char.IsAsciiLetterOrDigit(word[0]) || at == 0 || !char.IsAsciiLetter(text[at - 1]);
            var tail = !char.IsAsciiLetterOrDigit(word[^1]) || end == text.Length || !char.IsAsciiLetter(text[end]);
            if (head && tail)
            {
                return at;
            }
        }

        return -1;
    }
}
