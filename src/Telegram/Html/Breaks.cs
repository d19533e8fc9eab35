using System.Globalization;

namespace Ontime.Telegram;

/// <summary>Where a text may be cut.</summary>
internal static class Breaks
{
    /// <summary>
    /// The end of a part that begins at <paramref name="start"/> and has at most <paramref name="limit"/> units: after a line end or a
    /// space of the part's second half, else between two text elements. A text element longer than a part is cut where no surrogate
    /// pair is torn.
    /// </summary>
    public static int Find(string text, int start, int limit)
    {
        if (text.Length - start <= limit)
        {
            return text.Length;
        }

        var (at, line, space) = (start, start, start);
        while (true)
        {
            var next = at + StringInfo.GetNextTextElementLength(text.AsSpan(at));
            if (next - start > limit)
            {
                break;
            }

            at = next;
            line = text[at - 1] == '\n' ? at : line;
            space = char.IsWhiteSpace(text[at - 1]) ? at : space;
        }

        var half = start + limit / 2;
        return line > half ? line
            : space > half ? space
            : at > start ? at
            : Torn(text, start, limit);
    }

    private static int Torn(string text, int start, int limit)
    {
        var at = start + limit;
        return !char.IsSurrogatePair(text, at - 1) ? at
            : at - 1 > start ? at - 1
            : at + 1;
    }
}
