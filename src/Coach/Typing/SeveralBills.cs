using Ontime.Bills;

namespace Ontime.Typing;

/// <summary>Two bills or more in one line: “rent on the 1st and credit card on the 5th”.</summary>
public static class SeveralBills
{
    private static readonly string[] Between = [" and ", " & ", " plus ", "，", "、", ";", "；", "和", "还有", "跟", "\n"];

    /// <summary>The line of each; null: not several bills. Never throws.</summary>
    public static IReadOnlyList<string>? Read(string text, Language language)
    {
        if (text.Length > Plain.Longest)
        {
            return null;
        }

        text = Counted(text);

        // A comma within 1,200 parts nothing.
        var parted = string.Concat(text.Select((c, i) => c == ',' && !(i > 0 && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) ? '\n' : c));
        var parts = parted.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // “…, roughly 3k” after the last of them: of which it is, or of all, nobody knows.
        parts = parts is [.., var last] && parts.Length > 2 && Money.Read(Plain.Of(last)) is not null ? parts[..^1] : parts;
        string[][] ways = parts.Length > 1 ? [Joined(parts, language)] : [AtNames(parted), AtDays(parted)];
        return Array.Find(ways, parts => parts.Length > 1 && Array.TrueForAll(parts, part => BillLines.Read(part, language) is not null));
    }

    // “I have 9 cards: …” counts them, and names none.
    private static string Counted(string text) =>
        text.IndexOfAny([':', '：', ',', '，', '.', '。', '\n']) is > 0 and var end && HowMany.IsOfBills(Plain.Of(text[..end])) ? text[(end + 1)..].Trim() : text;

    // “借呗，每月12号，招行卡25号”: a day by itself belongs to what stands before it.
    private static string[] Joined(string[] parts, Language language)
    {
        var joined = new List<string>();
        foreach (var part in parts)
        {
            if (joined.Count > 0 && BillLines.Read(joined[^1], language) is null && BillLines.Read(part, language) is null && BillLines.Read($"{joined[^1]} {part}", language) is not null)
            {
                joined[^1] += " " + part;
            }
            else
            {
                joined.Add(part);
            }
        }

        return [.. joined];
    }

    // “花呗十号借呗十五号”: said in one breath.
    private static string[] AtNames(string text)
    {
        var plain = string.Concat(text.Select(Plain.Fold));
        var starts = Enumerable.Range(0, plain.Length).Where(at => at == 0 || Kinds.Spoken.Any(name => name[0] > 127 && string.CompareOrdinal(plain, at, name, 0, name.Length) == 0)).Append(plain.Length).ToList();
        return [.. starts.Zip(starts.Skip(1), (from, to) => text[from..to].Trim())];
    }

    // “花呗10号房贷15号”: each ends with its day, no other figure stands anywhere, and each names what is paid.
    private static string[] AtDays(string text)
    {
        var plain = string.Concat(text.Select(Plain.Fold));
        var days = BillLines.Days(plain);
        var ends = days.ConvertAll(day => day.End);
        return ends.Count > 1 && ends[^1] == plain.Length && days.Zip(days.Prepend((0, 0, default, null)), (day, before) => plain[before.End..day.Start]).All(name => !name.Any(char.IsAsciiDigit) && Kinds.Named(name) != BillKind.Other)
            ? [.. ends.Prepend(0).Zip(ends, (from, to) => text[from..to].Trim())]
            : [];
    }
}
