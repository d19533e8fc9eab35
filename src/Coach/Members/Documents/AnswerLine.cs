using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;

namespace Ontime.Members.Documents;

/// <summary>
/// Answers in one line, in the order in which they were given: “20 G1=never_late 15 G2=#650 U2=:dining+shopping”. A number alone is the seconds
/// since the answer before, the first one since the person joined. After the step and “=” stand the option (nothing where a value stands for itself), then
/// “#” the number, “:” the ticks, “@” the date, and “!” where the answer before was none either.
/// </summary>
internal static class AnswerLine
{
    private const string Marks = "#:@!";
    private const int Together = 1024;

    public static void Write(Utf8JsonWriter json, string key, ImmutableSortedDictionary<string, Answer> answers, Moments since)
    {
        if (answers.IsEmpty)
        {
            return;
        }

        var (places, pairs) = (new long[answers.Count], new KeyValuePair<string, Answer>[answers.Count]);
        var n = 0;
        foreach (var pair in answers)
        {
            // What came at one moment stays in the order of its steps.
            (places[n], pairs[n]) = ((since.Milliseconds(pair.Value.At) * Together) + (n % Together), pair);
            n++;
        }

        Array.Sort(places, pairs);
        var line = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        var before = 0L;
        for (n = 0; n < pairs.Length; n++)
        {
            var at = since.Milliseconds(pairs[n].Value.At);
            Append(ref line, pairs[n].Key, pairs[n].Value, at - before, first: n == 0);
            before = at;
        }

        json.WriteString(key, line.Text);
        line.Clear();
    }

    /// <exception cref="ArgumentException">A step stands there twice.</exception>
    public static ImmutableSortedDictionary<string, Answer> Read(ref Utf8JsonReader json, Moments since) =>
        ImmutableSortedDictionary.CreateRange(Read(json.GetString(), since));

    /// <summary>One answer, whose step goes without saying.</summary>
    public static string One(Answer answer, Moments since)
    {
        var line = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        Append(ref line, "", answer, since.Milliseconds(answer.At), first: true);
        return line.ToStringAndClear();
    }

    public static Answer One(string? line, Moments since) => Read(line, since) is [var pair] ? pair.Value : throw new JsonException("No answer here.");

    private static List<KeyValuePair<string, Answer>> Read(string? line, Moments since)
    {
        var answers = new List<KeyValuePair<string, Answer>>();
        var at = 0L;
        var text = line.AsSpan();
        foreach (var part in text.Split(' '))
        {
            var token = text[part];
            if (token.IsEmpty)
            {
                continue;
            }

            if (token.IndexOf('=') is >= 0 and var sign)
            {
                answers.Add(new(Words.Read(token[..sign]), Read(token[(sign + 1)..], since.Instant(at))));
            }
            else
            {
                at = checked(at + Moments.Parse(token));
            }
        }

        return answers;
    }

    private static void Append(ref DefaultInterpolatedStringHandler line, string step, Answer answer, long later, bool first)
    {
        if (!first)
        {
            line.AppendLiteral(" ");
        }

        if (later != 0)
        {
            Moments.Append(ref line, later);
            line.AppendLiteral(" ");
        }

        Words.Append(ref line, step);
        line.AppendLiteral("=");
        if (answer.Option != Answer.Value)
        {
            Words.Append(ref line, answer.Option);
        }

        if (answer.Number is { } number)
        {
            line.AppendLiteral("#");
            line.AppendFormatted(number);
        }

        if (answer.Many is { } many)
        {
            for (var n = 0; n < many.Count; n++)
            {
                line.AppendLiteral(n == 0 ? ":" : "+");
                Words.Append(ref line, many[n]);
            }

            if (many.Count == 0)
            {
                line.AppendLiteral(":");
            }
        }

        if (answer.Date is { } date)
        {
            line.AppendLiteral("@");
            Days.Append(ref line, date);
        }

        if (answer.Again)
        {
            line.AppendLiteral("!");
        }
    }

    private static Answer Read(ReadOnlySpan<char> text, Instant at)
    {
        var option = Cut(ref text);
        var answer = new Answer(option.IsEmpty ? Answer.Value : Words.Read(option), at);
        while (!text.IsEmpty)
        {
            var mark = text[0];
            text = text[1..];
            var value = Cut(ref text);
            answer = mark switch
            {
                '#' => answer with { Number = Words.Decimal(value) },
                ':' => answer with { Many = Ticks(value) },
                '@' => answer with { Date = Days.Take(ref value) },
                _ => answer with { Again = true },
            };
        }

        return answer;
    }

    /// <summary>What stands before the next mark.</summary>
    private static ReadOnlySpan<char> Cut(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(Marks);
        var value = end < 0 ? text : text[..end];
        text = text[value.Length..];
        return value;
    }

    private static List<string> Ticks(ReadOnlySpan<char> text)
    {
        var ticks = new List<string>();
        if (!text.IsEmpty)
        {
            foreach (var part in text.Split('+'))
            {
                ticks.Add(Words.Read(text[part]));
            }
        }

        return ticks;
    }
}
