namespace Ontime.Typing;

/// <summary>Yes or no: each clause by itself, negation first; clauses that disagree are asked again.</summary>
internal static class YesNo
{
    public static Typed? Read(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        switch (Asides.Of(text))
        {
            case Aside.Skip or Aside.Decline:
                return new Typed.Word("skip");
            case Aside.Unsure:
                return new Typed.Word("unsure");
            case Aside.NotApplicable:
                return new Typed.Word("na");
            case not null:
                return null;
            default:
                break;
        }

        // A question is no answer.
        if (text.Contains('?'))
        {
            return null;
        }

        var said = new HashSet<Verdict>();
        foreach (var clause in Clauses(Emoji(text)))
        {
            said.Add(clause.Any(c => c >= '\u2E80') ? ChineseYesNo.Judge(clause) : EnglishYesNo.Judge(clause));
        }

        said.Remove(Verdict.Filler);
        if (said.Count > 1)
        {
            said.Remove(Verdict.Hum);
        }

        return said.Count != 1 ? null : said.Single() switch
        {
            Verdict.Yes or Verdict.Hum => new Typed.Word("yes"),
            Verdict.No => new Typed.Word("no"),
            Verdict.Unsure => new Typed.Word("unsure"),
            _ => null,
        };
    }

    // Blanks part Chinese clauses, but not English words.
    private static IEnumerable<string> Clauses(string text)
    {
        foreach (var piece in text.Split([',', '。', '.', ';', '、', '!', '~', '…', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece.Any(c => c >= '\u2E80'))
            {
                foreach (var word in piece.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return word;
                }
            }
            else
            {
                yield return piece;
            }
        }
    }

    private static string Emoji(string text)
    {
        var plain = new System.Text.StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(rune.Value switch
            {
                0x1F44D or 0x2705 or 0x2714 or 0x2611 or 0x1F44C or 0x1F197 or 0x1F4AF or 0x1F646 or 0x1F44F or 0x2B55 or 0x1F64B or 0x2713 or 0x221A => ",yes,",
                0x1F44E or 0x274C or 0x274E or 0x2716 or 0x2718 or 0x1F645 or 0x1F6AB or 0x26D4 or 0x2717 or 0xD7 => ",no,",
                0x1F937 => ",unsure,",
                0x1F914 => "?",
                >= 0x1F600 and <= 0x1F64F => " ", // a face beside a word
                _ => rune.ToString(),
            });
        }

        return plain.ToString();
    }
}

internal enum Verdict
{
    Unknown,
    Filler,

    /// <summary>嗯: a yes by itself, nothing beside other words.</summary>
    Hum,
    Yes,
    No,
    Unsure,
}
