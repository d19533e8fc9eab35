namespace Ontime.Typing;

/// <summary>Words of somebody who is not quite sure: what is left without them is asked back before it counts.</summary>
internal static class Hedges
{
    private static readonly string[] Lead =
        ["应该", "可能", "大概", "好像", "估计", "感觉", "我觉得", "我想", "我猜", "貌似", "似乎", "也许", "差不多", "按理说", "印象中", "据我所知",
        "i think", "i guess", "i believe", "i suppose", "i'd say", "maybe", "probably", "perhaps", "possibly", "likely", "most likely", "should be", "as far as i know", "afaik", "pretty sure", "fairly sure", "hopefully", "not sure but", "not sure, but", "kind of", "sort of"];

    private static readonly string[] Tail = ["应该是吧", "应该是", "应该", "大概", "可能", "估计", "吧", "i think", "i guess", "maybe", "probably", "i believe", "i suppose", "as far as i know", "afaik", "mostly"];

    /// <summary>“应该没有吧” → “没有”; null: there is no hedge, or nothing beside it.</summary>
    public static string? Without(string plain)
    {
        var text = plain;
        var hedged = false;
        for (var more = true; more;)
        {
            more = false;
            if (Lead.Where(word => text.StartsWith(word, StringComparison.Ordinal) && Plain.Has(text, word)).MaxBy(word => word.Length) is { } lead)
            {
                (text, hedged, more) = (text[lead.Length..].TrimStart(' ', ','), true, true);
            }

            if (Array.Find(Tail, word => text.EndsWith(word, StringComparison.Ordinal) && (word[0] > 127 || text.Length == word.Length || text[^(word.Length + 1)] is ' ' or ',')) is { } tail)
            {
                (text, hedged, more) = (text[..^tail.Length].TrimEnd(' ', ','), hedged || tail != "吧", true);
            }
        }

        text = text == "not" ? "no" : text.Length > 2 && text[0] == '是' ? text[1..] : text;
        return hedged && text.Length > 0 ? text : null;
    }
}
