namespace Ontime.Typing;

/// <summary>Options named by where they stand: “第一个和第三个”, “the first two”, “1、3”, “the last one”.</summary>
internal static class Places
{
    private static readonly Lexicon Noise = new(
        "我", "选", "是", "的", "个", "项", "条", "和", "跟", "还有", "以及", "与", "也", "都", "吧", "了", "对", "就", "那", ",", "、", "&", "+", "/", ".", "and", "the", "one", "ones", "plus", "too", "both", "i", "choose", "pick", "take", "please", "option", "options", "number", "no.", "no", "item", "answer", "is", "are", "true", "then", "just");

    private static readonly Lexicon Last = new("最后一个", "最后一项", "最后1个", "最后那个", "last one", "last"), Marks = new("第", "option", "number", "no.", "#", "选", "选项");

    /// <param name="count">So many options stand there.</param>
    /// <param name="bare">A figure by itself counts: “1 and 3” where several are ticked.</param>
    /// <returns>Positions from 0; null: something else is said as well.</returns>
    public static IReadOnlyList<int>? Read(string plain, int count, bool bare)
    {
        var found = new SortedSet<int>();
        var c = new Cursor(plain);
        while (!c.End)
        {
            c.Blank();
            var start = c.At;
            if (Some(c, count) is var (from, to))
            {
                found.UnionWith(Enumerable.Range(from, to - from));
            }
            else if (c.Eat(Last) is not null)
            {
                found.Add(count - 1);
            }
            else if (Marked(c, bare) is { } place)
            {
                found.Add(place - 1);
            }
            else
            {
                c.At = start;
                if (c.Eat(Noise) is null && !c.End)
                {
                    return null;
                }
            }
        }

        return found.Count > 0 && found.Min >= 0 && found.Max < count ? [.. found] : null;
    }

    // 第三个, third, option 3, 3
    private static int? Marked(Cursor c, bool bare)
    {
        var start = c.At;
        if (Ordinals.Read(c) is { } ordinal)
        {
            return ordinal;
        }

        var marked = c.Eat(Marks) is not null;
        c.Blank();
        if ((marked || bare) && DaysOfMonth.Whole(c) is { } figure)
        {
            // “3号” is a day, “the 3rd” a place.
            return c.Eat("st") || c.Eat("nd") || c.Eat("rd") || c.Eat("th") || !char.IsAsciiLetter(c.Now) ? figure : null;
        }

        c.At = start;
        return DaysOfMonth.Whole(c) is { } th && (c.Eat("st") || c.Eat("nd") || c.Eat("rd") || c.Eat("th")) ? th : null;
    }

    // 前两个, the last two
    private static (int From, int To)? Some(Cursor c, int count)
    {
        var start = c.At;
        var first = c.Eat("前面") || c.Eat("前") || c.Eat("first");
        var last = !first && (c.Eat("后面") || c.Eat("最后") || c.Eat("后") || c.Eat("last"));
        c.Blank();
        if ((first || last) && DaysOfMonth.Whole(c) is { } number and > 0 && number <= count && !(number == 1 && char.IsAsciiLetter(c.Ahead(-1))))
        {
            return first ? (0, number) : (count - number, count);
        }

        c.At = start;
        return null;
    }
}
