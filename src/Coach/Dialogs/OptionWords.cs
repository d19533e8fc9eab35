using Ontime.Typing;

namespace Ontime.Dialogs;

/// <summary>Typed words that name an option: its label in either language, or a word listed for it.</summary>
internal static class OptionWords
{
    /// <param name="ByWords">It was one of the listed words, not the label itself.</param>
    public sealed record Found(string Option, bool ByWords);

    private static readonly string[] Denials = ["not", "don't", "dont", "never", "no", "except", "but", "or", "and", "how", "why", "what", "不", "没", "别", "除", "还是", "和", "跟", "吗", "怎么"];

    private static readonly string[] OnTime = ["按时", "准时", "及时", "还清", "结清", "付清", "正常", "on time"];

    private static readonly string[] Settled = ["还了", "已还", "还过", "付了", "交了", "paid", "repaid"];

    /// <summary>What a yes or no that names it is about.</summary>
    private static readonly string[] Matters = ["逾期", "overdue"];

    /// <summary>More than none and less than all, as people say it, and what options that mean it are called.</summary>
    private static readonly string[] Partly =
        ["部分", "一部分", "大部分", "小部分", "大多", "大多数", "多数", "差不多都是", "差不多都有", "差不多都", "基本都是", "基本上都是", "基本都", "基本上", "几乎都", "几乎都是", "有的", "有些", "一些", "有几个", "个别", "一半", "不全是", "不是全部", "不是都",
            "some", "most", "mostly", "partly", "mainly", "nearlyall", "almostall", "someofthem", "mostofthem", "ononeofthem", "afew", "afewofthem", "half", "halfofthem", "notall", "notallofthem", "sometimes", "有时", "有时候", "forthemostpart", "moreorless"],
        InPart = ["some", "part", "mostly"];

    private static readonly string[] Between = ["、", "和", "还有", "跟", "，", ",", " and ", " & ", " plus "];

    private static readonly string[] Lead = ["那就", "那", "就", "先", "我就想", "我只想", "我想要", "我想", "我希望", "我要", "我", "想要", "想", "希望", "要", "iwanttohavea", "iwanttogeta", "iwantto", "iwanta", "iwant", "idliketo", "idlikea", "its", "itis", "theres", "thereis", "toget", "geta", "to", "a", "my"], Tail = ["吧", "啊", "呀", "哦", "呢", "的", "了", "嘛", "啦"];

    public static Found? Match(Talk talk, Step step, Ask ask, string text)
    {
        var typed = Plain(text);
        if (typed.Length == 0)
        {
            return null;
        }

        foreach (var (option, labels) in Labels(talk, step, ask))
        {
            if (labels.Any(label => Plain(label) == typed))
            {
                return new Found(option, ByWords: false);
            }
        }

        return Listed(talk, step, ask, typed) ?? OfTheMatter(talk, step, ask, typed) ?? YesNo(talk, step, ask, text) ?? OfABill(talk, step, ask, text) ?? Some(talk, step, ask, Bare(typed)) ?? Alike(talk, step, ask, text);
    }

    private static Found? Listed(Talk talk, Step step, Ask ask, string typed)
    {
        var bare = Bare(typed);
        return ask.Options.FirstOrDefault(option => Languages(talk).Any(texts => texts.Words($"{step.Id}.{option}.typed").Any(word => IsIt(Plain(word))))) is { } option
            ? new Found(option, ByWords: true)
            : null;

        // “有的” is not “有”: only of a longer word both ends may differ.
        bool IsIt(string word) => word == typed || word == bare || (bare.Length > 2 && Bare(word) == bare);
    }

    /// <summary>“自动还款开了” to “is auto-repay on” says “开了”, and names once more what was asked.</summary>
    private static Found? OfTheMatter(Talk talk, Step step, Ask ask, string typed)
    {
        foreach (var name in Languages(talk).SelectMany(texts => texts.Words($"{step.Id}.name.typed")).Select(Plain))
        {
            if (typed.Split(name) is [var before, var after] && before + after is { Length: > 0 } rest && (Listed(talk, step, ask, rest) ?? OfABill(talk, step, ask, rest)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>“没逾期，一直按时” says the same twice, “yes, always funded” first yes and then which.</summary>
    private static Found? Alike(Talk talk, Step step, Ask ask, string text)
    {
        if (ask.Ticks || text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not { Length: > 1 } parts)
        {
            return null;
        }

        var found = parts.Select(part => (Part: part, Found: Match(talk, step, ask, part))).ToList();
        if (found.Exists(pair => pair.Found is null))
        {
            return null;
        }

        var which = found.Where(pair => YesNo(talk, step, ask, pair.Part) is null).Select(pair => pair.Found!).DistinctBy(one => one.Option).ToList();
        return found.DistinctBy(pair => pair.Found!.Option).Count() == 1 ? found[0].Found : which is [{ Option: not ("unsure" or "decline" or "na") } one] ? one : null;
    }

    private static Found? Some(Talk talk, Step step, Ask ask, string bare) =>
        Partly.Contains(bare) && Options.Of(talk, step, ask).Select(listed => listed.Id).FirstOrDefault(InPart.Contains) is { } option ? new Found(option, ByWords: true) : null;

    /// <summary>“My rent is overdue” says “overdue”. What is worse than the question hopes holds of one bill; that nothing is overdue does not.</summary>
    private static Found? OfABill(Talk talk, Step step, Ask ask, string text)
    {
        if (step.Confirm.Count == 0 || Bills.Said.Without(talk, text) is not { } rest)
        {
            return null;
        }

        var said = ask.Options.Where(option => !step.Confirm.Values.Contains(option)).FirstOrDefault(option =>
            Languages(talk).Any(texts => texts.Words($"{step.Id}.{option}.typed").Any(word => Plain(word) == Plain(rest) || Plain(word) == Plain(Bills.Said.HowLong(rest)))));
        return said is null ? null : new Found(said, ByWords: true);
    }

    /// <summary>Two answers or more where one is asked for: “花呗和房租”. Taking the first would lose the others.</summary>
    public static bool Several(Talk talk, Step step, Ask ask, string text) =>
        !ask.Ticks && text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } parts
        && Array.TrueForAll(parts, part => Match(talk, step, ask, part) is not null);

    /// <summary>The one option whose label begins with what was typed, or that stands in it with hardly a word around.</summary>
    public static string? Near(Talk talk, Step step, Ask ask, string text)
    {
        var typed = Plain(text);
        var near = Fitting(talk, step, ask, label => Begins(label, typed) || (label.Length >= 2 && typed.Contains(label) && typed.Length <= label.Length + 3 && !Denied(typed.Replace(label, "", StringComparison.Ordinal))) || HasWord(label, typed));
        return near.Count == 0 ? Within(talk, step, ask, text, typed) ?? Only(Labelled(talk, step, ask, label => Shortened.Is(label, text))) : Only(near);
    }

    private static bool Denied(string around) => Array.Exists(Denials, word => word[0] > 127 ? around.Contains(word) : around == word.Replace("'", "", StringComparison.Ordinal));

    /// <summary>The one option of a list whose label holds these words: “phone” is “Phone is current”.</summary>
    public static string? Part(Talk talk, Step step, Ask ask, string text)
    {
        var typed = Plain(text);
        return Only(Fitting(talk, step, ask, label => typed.Length >= (typed.Any(letter => letter > 0x2E7F) ? 2 : 3) && label.Contains(typed)));
    }

    /// <summary>The one option whose label stands in a short sentence: “i just want a higher score”. A denied one is none.</summary>
    private static string? Within(Talk talk, Step step, Ask ask, string text, string typed)
    {
        var words = Typing.Plain.Folded(text).Split([' ', ',', '.', '!', '?']);
        if (Array.Exists(Denials, word => word[0] > 127 ? typed.Contains(word) : words.Contains(word)))
        {
            return null;
        }

        return Only(Fitting(talk, step, ask, label => label.Length >= (label.Any(letter => letter > 0x2E7F) ? 4 : 8) && typed.Contains(label) && typed.Length <= label.Length + 16));
    }

    /// <summary>The general yes and no: they mean the option that lists them, else the one that is called so.</summary>
    private static Found? YesNo(Talk talk, Step step, Ask ask, string text)
    {
        // “不是花呗” puts a name right, “I don't use Huabei anymore” is a wish about that bill.
        if (Bills.Said.Denied(text) || (Bills.Said.WithoutName(talk, text) is { } general && Wishes.Read(general) == "bills"))
        {
            return null;
        }

        // “我没有逾期” says nothing about auto-repay.
        string[] keys = [step.Id, $"{step.Id}.name", .. ask.Options.Select(option => $"{step.Id}.{option}")];
        var elsewhere = Array.Exists(Matters, text.Contains)
            && !Languages(talk).Any(texts => Array.Exists(keys, key => texts.Find(key) is { } own && Array.Exists(Matters, own.Contains)));
        var word = !elsewhere && ask.Kind is AskKind.Choice or AskKind.Many or AskKind.Bill ? Typist.Read(Kind.YesNo, text, talk.Member.Language, talk.Today) : null;
        (string[] ids, string[] seeds) = word switch
        {
            Typed.Word { Id: "yes" } => (["yes", "on"], ["yes", "有"]),
            Typed.Word { Id: "no" } => (["no", "off"], ["no", "没有"]),
            _ => (Array.Empty<string>(), Array.Empty<string>()),
        };
        // “No email” of a list says nothing of the others.
        if (ask.Ticks && word is not null && text.Length > 2 && Labels(talk, step, ask).SelectMany(listed => listed.Labels).Select(Plain).Any(label => EndsIn(Plain(text), label)))
        {
            return null;
        }

        var option = ask.Options.FirstOrDefault(option =>
            Languages(talk).Any(texts => texts.Words($"{step.Id}.{option}.typed").Any(listed => seeds.Contains(listed)))) ?? ask.Options.FirstOrDefault(ids.Contains);
        // “我已经还了” is of a bill: it admits nothing else.
        if (option is not null && step.Confirm.ContainsKey(option) && Array.Exists(Settled, said => Typing.Plain.Has(Typing.Plain.Of(text), said)) && !Array.Exists(OnTime, text.Contains))
        {
            return null;
        }

        // “一直按时” to “is any overdue” is a yes that denies it.
        return option is null ? null : new Found(step.Confirm.TryGetValue(option, out var no) && Array.Exists(OnTime, text.Contains) ? no : option, ByWords: true);
    }

    // 没填邮箱 ends with a part of 邮箱, noemail of email.
    private static bool EndsIn(string typed, string label) =>
        Enumerable.Range(2, Math.Max(0, label.Length - 1)).Any(length => (label[0] > 127 || length >= 4) && length < typed.Length && label.Contains(typed[^length..]));

    private static List<string> Fitting(Talk talk, Step step, Ask ask, Func<string, bool> fits) => Labelled(talk, step, ask, label => fits(Plain(label)));

    /// <summary>The options of which a label, in either language, is such.</summary>
    private static List<string> Labelled(Talk talk, Step step, Ask ask, Func<string, bool> isSuch) =>
        Labels(talk, step, ask).Where(option => option.Labels.Any(isSuch)).Select(option => option.Option).Distinct().ToList();

    private static string? Only(List<string> found) => found is [var one] ? one : null;

    private static IEnumerable<(string Option, IEnumerable<string> Labels)> Labels(Talk talk, Step step, Ask ask)
    {
        var renderer = new Words.Renderer(talk.Set);
        foreach (var listed in Options.Of(talk, step, ask))
        {
            yield return (listed.Option, Enum.GetValues<Language>().Select(language => renderer.Plain(language, listed.Label)));
        }
    }

    private static IEnumerable<Texts> Languages(Talk talk) => Enum.GetValues<Language>().Select(talk.Set.Texts);

    // 那就记吧 → 记
    private static string Bare(string typed)
    {
        var lead = Array.Find(Lead, word => typed.Length > word.Length && typed.StartsWith(word, StringComparison.Ordinal));
        var text = lead is null ? typed : typed[lead.Length..];
        var tail = Array.Find(Tail, word => text.Length > word.Length && text.EndsWith(word, StringComparison.Ordinal));
        return tail is null ? text : text[..^tail.Length];
    }

    /// <summary>A whole part of the label: “hour” for “your hour”, “时区” for “改时区”.</summary>
    private static bool HasWord(string label, string typed) => typed.Length >= (typed.Any(letter => letter > 0x2E7F) ? 2 : 4) && label.EndsWith(typed, StringComparison.Ordinal);

    private static bool Begins(string label, string typed) =>
        label.StartsWith(typed, StringComparison.Ordinal) && typed.Length >= (typed.Any(letter => letter > 0x2E7F) ? 2 : 3);

    /// <summary>Lower case, simplified, without spaces, ticks and closing marks.</summary>
    private static string Plain(string text) =>
        new([.. Typing.Plain.Folded(text).Replace("但是", "但", StringComparison.Ordinal).Replace("不过", "但", StringComparison.Ordinal).Where(letter => !char.IsWhiteSpace(letter) && "。，,.、!?！？;；☐☑✓’'\"“”".IndexOf(letter) < 0)]);
}
