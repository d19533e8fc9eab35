namespace Ontime.Typing;

/// <summary>An amount with the words people put around it. What is not understood to the last sign is not understood.</summary>
internal static class Quantity
{
    /// <summary>Before a number: it is about that.</summary>
    public static readonly Lexicon Roughly = new(
        "大概是", "大概", "大约是", "大约", "大致", "约莫", "约", "差不多是", "差不多", "估计", "应该是", "应该", "可能", "将近", "接近", "近", "快",
        "about", "around", "approximately", "approx.", "approx", "roughly", "circa", "ca.", "ca", "nearly", "almost", "close to",
        "maybe", "perhaps",
        "probably", "i think", "i guess", "or so", "~", "≈");

    /// <summary>After a number: it is about that.</summary>
    public static readonly Lexicon OrSo = new(
        "左右", "上下", "出头一点", "多一点", "多点", "多", "来", "出头", "的样子", "这样子", "差不多", "应该是", "应该", "大概", "可能", "估计", "我猜", "印象中", "or so", "ish", "-ish", "roughly", "approximately",
        "approx", "give or take", "more or less", "i think", "i guess", "about", "around", "something like that");

    private static readonly Lexicon Marks = new(":", "=", ",", "吧", "了", "的", "啊", "呢", "哦", "呀", "啦", "哈", "嘛", "而已");

    /// <summary>Reads a whole text as words, a number, words.</summary>
    public static (decimal Value, bool About)? Read(string text, Lexicon before, Lexicon after, Func<Cursor, decimal?> number)
    {
        var c = new Cursor(text);
        var about = false;
        while (true)
        {
            c.Blank();
            if (c.Eat(Roughly) is not null)
            {
                about = true;
            }
            else if (c.Eat(before) is null && !c.Eat(":") && !c.Eat("="))
            {
                break;
            }
        }

        if (c.Try(number) is not { } value)
        {
            return null;
        }

        while (!c.End)
        {
            c.Blank();
            if (c.Eat(OrSo) is not null)
            {
                about = true;
            }
            else if (c.Eat(after) is null && c.Eat(Marks) is null)
            {
                return null;
            }
        }

        return (value, about);
    }

    /// <summary>Digits, Chinese or English: what reads the more of the text.</summary>
    public static decimal? Number(Cursor c)
    {
        var start = c.At;
        var plain = c.Try(Numeral.Read);
        var end = c.At;
        c.At = start;
        var english = c.Try(EnglishNumber.Read);
        if (english is not null && c.At > end)
        {
            return english;
        }

        c.At = end;
        return plain;
    }

    public static Typed.Number Typed(decimal value, bool about = false) => new(value / 1.0000000000000000000000000000m, about);
}
