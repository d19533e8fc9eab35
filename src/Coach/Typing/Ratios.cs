namespace Ontime.Typing;

/// <summary>Percent, 0 to 100. A bare fraction (0.3) may be 0.3% or 30%: null.</summary>
internal static class Ratios
{
    private static readonly Dictionary<string, decimal> Words = new(StringComparer.Ordinal)
    {
        ["没有"] = 0, ["无"] = 0, ["零"] = 0, ["没"] = 0, ["没用"] = 0, ["none"] = 0, ["nothing"] = 0, ["zero"] = 0, ["nil"] = 0,
        ["none of it"] = 0, ["zero percent"] = 0, ["zero per cent"] = 0, ["hundred percent"] = 100, ["a hundred percent"] = 100, ["one hundred percent"] = 100,
        ["一半"] = 50, ["半数"] = 50, ["对半"] = 50, ["一半一半"] = 50, ["half"] = 50, ["a half"] = 50, ["one half"] = 50, ["half of it"] = 50,
        ["全部"] = 100, ["全"] = 100, ["全用了"] = 100, ["用满"] = 100, ["百分百"] = 100, ["百分之百"] = 100, ["all"] = 100, ["all of it"] = 100,
        ["everything"] = 100,
        ["maxed out"] = 100, ["a quarter"] = 25, ["quarter"] = 25, ["one quarter"] = 25, ["three quarters"] = 75,
        ["three-quarters"] = 75, ["a third"] = 33.3m,
        ["one third"] = 33.3m, ["two thirds"] = 66.7m, ["two-thirds"] = 66.7m, ["a fifth"] = 20, ["one fifth"] = 20,
        ["two fifths"] = 40, ["three fifths"] = 60,
        ["four fifths"] = 80, ["a tenth"] = 10, ["one tenth"] = 10,
    };

    private static readonly Lexicon Known = new([.. Words.Keys]);

    private static readonly Lexicon Before = new(
        "我的", "我", "占", "占了", "占比", "用了", "用掉", "用", "每月", "是", "有", "收入的", "工资的", "额度的", "额度", "it's", "it is", "its", "is", "i use",
        "i used", "use", "used", "just",
        "only", "exactly", "my", "the", "也就", "就");

    private static readonly Lexicon After = new(
        "的收入", "的工资", "的额度", "的", "of it", "of my income", "of my pay", "of my limit", "of income", "of the limit", "of that",
        "of the total", "used");

    public static Typed? Read(string text) =>
        Quantity.Read(text, Before, After, Ratio) is ({ } value, var about) && value is >= 0 and <= 100 ? Quantity.Typed(value, about) : null;

    private static decimal? Ratio(Cursor c) => c.Try(Word) ?? c.Try(Parts) ?? c.Try(Hundredths);

    private static decimal? Word(Cursor c) => c.Eat(Known) is { } word ? Words[word] : null;

    // 百分之三十, 四分之三, 3/4
    private static decimal? Parts(Cursor c)
    {
        if (c.Eat("百分之"))
        {
            return Quantity.Number(c);
        }

        if (Numeral.Read(c) is not { } first)
        {
            return null;
        }

        var chinese = c.Eat("分之");
        if ((!chinese && !c.Eat("/")) || Numeral.Read(c) is not { } second)
        {
            return null;
        }

        var (part, whole) = chinese ? (second, first) : (first, second);
        return whole is >= 2 and <= 1000 && part <= whole && part % 1 == 0 && whole % 1 == 0 ? Math.Round(part * 100 / whole, 1) : null;
    }

    private static decimal? Hundredths(Cursor c)
    {
        if (Quantity.Number(c) is not { } value)
        {
            return null;
        }

        c.Blank();
        if (c.Eat("成"))
        {
            return (value * 10) + (c.Eat("半") ? 5 : c.Try(Numeral.Read) is { } more and >= 1 and < 10 ? more : 0);
        }

        var said = c.Eat("%") || c.Eat("percent") || c.Eat("per cent") || c.Eat("pct") || c.Eat("个百分点") || c.Eat("个点") || c.Eat("百分");
        return said || value is 0 or >= 1 ? value : null;
    }
}
