using Ontime.Typing;

namespace Ontime.Dialogs;

/// <summary>Options chosen by their places, or several of a list by their names: “第一个和第三个”, “job and email”, “everything except email”.</summary>
internal static class Choosing
{
    private static readonly string[] All = ["都", "全部", "全都", "都有", "都是", "都对", "都填了", "都填", "全选", "全", "都打勾", "都勾", "都要", "三个都是", "三样都有", "all", "all of them", "all of these", "everything", "all true", "all three", "every one", "all of the above", "all of it"];

    private static readonly string[] But = ["除了", "除", "everything except", "all except", "everything but", "all but", "except for", "except", "all of them except"];

    private static readonly string[] Rest = ["以外都填了", "以外都有", "以外都是", "以外都", "之外都", "外都填", "外都", "都填了", "都填", "都有", "都是", "都对", "都", "以外", "之外", "外"];

    private static readonly string[] Between = ["、", "和", "还有", "跟", "以及", "，", ",", ";", "/", "+", " and ", " & ", " plus "];

    /// <summary>The options that are meant; null: none, or something else is said as well.</summary>
    public static IReadOnlyList<string>? Read(Talk talk, Step step, Ask ask, string text)
    {
        var plain = Plain.Of(text).TrimEnd('了', '吧');
        var shown = Options.Shown(talk, step, ask).Select(listed => listed.Option).ToList();
        if (!ask.Ticks)
        {
            return ask.Kind is AskKind.Choice or AskKind.Bill or AskKind.Plan or AskKind.YesNo or AskKind.Payment && Places.Read(plain, shown.Count, bare: false) is [var one] ? [shown[one]] : null;
        }

        var open = shown.Except(ask.Alone).ToList();
        if (All.Contains(plain) || All.Contains(Plain.Of(text)))
        {
            return open;
        }

        if (Array.Find(But, word => plain.StartsWith(word, StringComparison.Ordinal)) is { } but)
        {
            var left = plain[but.Length..].Trim();
            left = Array.Find(Rest, word => left.Length > word.Length && left.EndsWith(word, StringComparison.Ordinal)) is { } rest ? left[..^rest.Length] : left;
            return Some(talk, step, ask, shown, left) is { } without ? open.Except(without).ToList() : null;
        }

        return Some(talk, step, ask, shown, plain) is { } some && !(some.Count > 1 && some.Any(ask.Alone.Contains)) ? some : null;
    }

    private static List<string>? Some(Talk talk, Step step, Ask ask, List<string> shown, string plain)
    {
        if (Places.Read(plain, shown.Count, bare: true) is { } places)
        {
            return places.Select(place => shown[place]).ToList();
        }

        var named = plain.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => OptionWords.Match(talk, step, ask, part)?.Option ?? OptionWords.Part(talk, step, ask, part)).ToList();
        return named.Count > 0 && named.TrueForAll(option => option is not null) ? named.OfType<string>().Distinct().ToList() : null;
    }
}
