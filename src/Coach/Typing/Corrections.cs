namespace Ontime.Typing;

/// <summary>What is meant instead: “不是5号，是8号”, “I meant the 8th”, “改成12号”.</summary>
internal static class Corrections
{
    private static readonly string[] Lead =
        ["打错了", "打错", "说错了", "写错了", "选错了", "点错了", "搞错了", "弄错了", "记错了", "错了", "不对", "不好意思", "抱歉", "我是说", "我的意思是", "我意思是", "我想说", "应该是", "应该", "改成", "改为", "改到", "改", "换成", "换到", "变成", "调到", "挪到", "更正",
        "sorry", "oops", "typo", "my mistake", "my bad", "wrong", "no", "actually", "correction", "i meant", "i mean", "i meant to say", "it should be", "should be", "make it", "make that", "change it to", "change that to", "change to", "change",
        "set it to", "move it to", "it's now", "is now", "rather"];

    private static readonly string[] Rather = [" but ", ", it's ", ", ", " it's "];

    /// <summary>Null: the words correct nothing.</summary>
    public static string? Meant(string plain)
    {
        var text = plain;
        for (var more = true; more;)
        {
            more = false;
            foreach (var lead in Lead)
            {
                if (text.Length > lead.Length && text.StartsWith(lead, StringComparison.Ordinal) && (lead[0] > 127 || !char.IsAsciiLetterOrDigit(text[lead.Length])))
                {
                    (text, more) = (text[lead.Length..].TrimStart(' ', ',', '.', '。', ';', ':', '!'), true);
                }
            }
        }

        text = Instead(text, "不是", ["而是", "是"]) ?? Instead(text, "not ", Rather) ?? Instead(text, "isn't ", Rather) ?? Instead(text, "is not ", Rather) ?? Contrary(text) ?? text;
        return text.Length > 0 && text != plain ? text : null;
    }

    // 不是5号，是8号; not the 5th but the 8th
    private static string? Instead(string text, string denied, string[] meant)
    {
        if (!text.StartsWith(denied, StringComparison.Ordinal))
        {
            return null;
        }

        var mark = Array.Find(meant, word => text.IndexOf(word, denied.Length, StringComparison.Ordinal) > denied.Length);
        return mark is null ? null : text[(text.IndexOf(mark, denied.Length, StringComparison.Ordinal) + mark.Length)..].Trim(' ', ',');
    }

    // 是8号不是5号; the 8th, not the 5th
    private static string? Contrary(string text)
    {
        var at = text.IndexOf("不是", StringComparison.Ordinal);
        at = at > 0 ? at : text.IndexOf(" not ", StringComparison.Ordinal);
        return at > 0 ? text[..at].Trim(' ', ',') : null;
    }
}
