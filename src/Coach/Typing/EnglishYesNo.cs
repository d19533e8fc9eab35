namespace Ontime.Typing;

/// <summary>One English clause, word by word: a word that is not known makes the clause unknown.</summary>
internal static class EnglishYesNo
{
    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal)
    {
        "yes", "y", "yeah", "yea", "yep", "yup", "yas", "yess", "yesss", "ya", "yah", "aye", "ok", "okay", "okey", "okie", "kk", "k",
        "sure", "right", "correct", "true", "indeed", "exactly",
        "affirmative", "totally", "fine", "good", "great", "alright", "agreed", "agree", "mhm", "mm-hmm", "uh-huh", "uhhuh", "roger",
        "accurate", "always", "definitely", "absolutely", "certainly",
        "naturally", "obviously", "surely", "clearly", "positive", "yessir", "done", "confirmed", "confirm", "perfect", "sí", "oui",
        "da", "hai", "shi", "dui", "en", "you", "bet",
    };

    private static readonly HashSet<string> No = new(StringComparer.Ordinal)
    {
        "no", "n", "nope", "nah", "nay", "never", "none", "negative", "false", "wrong", "incorrect", "untrue", "noo", "nooo", "naw",
        "nuh-uh", "nuh", "nopes", "noway", "nein", "nothing", "neither",
    };

    // They may carry a "not" or stand beside a yes without a meaning of their own.
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal)
    {
        "i", "we", "it", "they", "he", "she", "that", "this", "is", "are", "am", "was", "were", "do", "does", "did", "have", "has",
        "had", "will", "would", "can", "could", "the", "a", "it's", "that's",
        "i'm", "i've", "we've", "they're", "we're", "yet", "at", "all", "so", "think", "of", "course", "for", "sir", "thanks", "thank", "thx", "ty", "tks",
        "please", "well", "oh", "um", "uh", "hm", "really", "just", "still", "ever", "once", "got", "any",
        "one", "such", "thing", "been", "in", "fact", "my", "way", "very", "much", "mate", "man", "bro", "paid", "here", "there", "be",
        "believe", "a", "single", "time", "them", "everything", "everyone", "both", "afraid",
    };

    private static readonly HashSet<string> Unsettled = new(StringComparer.Ordinal) { "all", "always", "everything", "exactly",
        "entirely", "both", "them", "totally", "very", "much", "so", "good", "fine", "great", "perfect", "quite", "disagree", "deny",
        "mind", "object", "only", "bad", "often", "usually", "completely", "fully", "necessarily", "until", "unless" };

    private static readonly string[] Idioms =
        ["no problem", "no problems", "not a problem", "no doubt", "without a doubt", "no question", "no worries", "why not",
        "of course", "sure thing", "you bet", "for sure", "you got it", "all good", "that's right", "you're right", "can not deny",
        "got it", "go ahead", "every time", "as always", "sounds good", "okey dokey", "without doubt"];

    public static Verdict Judge(string clause)
    {
        if (clause == "unsure")
        {
            return Verdict.Unsure;
        }

        var text = Expand(clause);
        if (text is "why not" or "no worries")
        {
            return Verdict.Unknown;
        }

        if (Idioms.Contains(text))
        {
            return Verdict.Yes;
        }

        if (text is "uh uh" or "no way" or "no can do" or "as if" or "hell no" or "heck no" or "fat chance" or "far from it" or "of course not" or "i think not" or "no longer")
        {
            return Verdict.No;
        }

        if (text is "uh huh" or "hell yeah" or "hell yes" or "heck yes" or "mm hmm" or "mm hm" or "by all means" or "i think so" or "i believe so")
        {
            return Verdict.Yes;
        }

        if (text is "i forgot" or "forgot" or "i forget" or "who knows" or "not that i know" or "beats me")
        {
            return Verdict.Unsure;
        }

        return Words(text.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static Verdict Words(string[] words)
    {
        var (yes, no, not, light) = (false, false, -1, 0);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word == "not")
            {
                if (not >= 0)
                {
                    return Verdict.Unknown;
                }

                not = i;
            }
            else if (not >= 0)
            {
                // What stands after “not” is what is denied: “not all” and “not wrong” are no plain no.
                if (No.Contains(word) || (Unsettled.Contains(word) && !(word == "all" && words[i - 1] == "at") && !(word == "so" && words[i - 1] == "think")))
                {
                    return Verdict.Unknown;
                }

                if (!Light.Contains(word) && !Yes.Contains(word) && i - not > 3)
                {
                    return Verdict.Unknown;
                }
            }
            else if (Light.Contains(word))
            {
                light++;
            }
            else if (Yes.Contains(word))
            {
                yes = true;
            }
            else if (No.Contains(word))
            {
                no = true;
            }
            else
            {
                return Verdict.Unknown;
            }
        }

        if (not >= 0)
        {
            // “definitely not” and “I do not” are no; “yes not” is nothing.
            return yes && !words.Take(not).All(w => Light.Contains(w) || w is "definitely" or "absolutely" or "certainly" or "obviously" or "surely" or "clearly" or "totally" or "right") ? Verdict.Unknown
                : words.Length == 1 && not == 0 ? Verdict.Unknown : Verdict.No;
        }

        // “I do”, “it is”, “I have”: an auxiliary by itself is a yes.
        return (yes, no) switch
        {
            (true, false) => Verdict.Yes,
            (false, true) => Verdict.No,
            (true, true) => Verdict.Unknown,
            _ => Affirms(words) ? Verdict.Yes : light > 0 && words.All(w => w is "well" or "oh" or "um" or "uh" or "so" or "hm" or "thanks" or "thank" or "please") ? Verdict.Filler : Verdict.Unknown,
        };
    }

    private static bool Affirms(string[] words) =>
        words is ["all", "paid"] or ["i've", "paid"] or ["all", "of", "them"] or ["both"]
        || (words.Length is 2 or 3 && words[0] is "i" or "we" or "it" or "they" or "that" or "he" or "she"
            && words[^1] is "do" or "did" or "have" or "am" or "is" or "was" or "are" or "will" or "does" or "has" or "can" or "would" or "had");

    // yeahhh → yeah
    private static string Squeezed(string text) =>
        string.Concat(text.Where((c, i) => !(i > 0 && text[i - 1] == c && ((i > 1 && text[i - 2] == c) || (i + 1 < text.Length && text[i + 1] == c)))));

    // Contractions as two words, with and without the apostrophe.
    private static string Expand(string clause)
    {
        var words = Squeezed(clause.Replace("thank you", "thanks", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w switch
        {
            "cannot" or "cant" or "can't" => "can not",
            "won't" or "wont" => "will not",
            "ain't" or "aint" => "is not",
            "dont" or "didnt" or "havent" or "hasnt" or "isnt" or "arent" or "doesnt" or "wasnt" or "werent" or "wouldnt" or "hadnt" or "couldnt" or "shouldnt" => w[..^2] + " not",
            _ when w.EndsWith("n't", StringComparison.Ordinal) => w[..^3] + " not",
            _ => w,
        });
        return string.Join(' ', words).Trim('"', '\'', '-', '(', ')');
    }
}
