namespace Ontime.Typing;

/// <summary>A place in a text that only moves forward over what was understood.</summary>
internal sealed class Cursor(string text)
{
    public int At { get; set; }

    public bool End => At >= text.Length;

    /// <summary>The character here, or NUL at the end.</summary>
    public char Now => Ahead(0);

    public string Rest => text[At..];

    /// <summary>What lies between a place behind and here.</summary>
    public string Slice(int start) => text[start..At];

    public char Ahead(int steps) => At + steps < text.Length ? text[At + steps] : '\0';

    public void Blank()
    {
        while (Now == ' ')
        {
            At++;
        }
    }

    /// <summary>Steps over the word; a word in Latin letters must not go on with another letter.</summary>
    public bool Eat(string word)
    {
        if (string.CompareOrdinal(text, At, word, 0, word.Length) != 0)
        {
            return false;
        }

        if (char.IsAsciiLetter(word[^1]) && char.IsAsciiLetter(Ahead(word.Length)))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    /// <summary>Steps over the longest of the words, and says which; null where none is here.</summary>
    public string? Eat(Lexicon words)
    {
        foreach (var word in words)
        {
            if (Eat(word))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Steps over any number of the words, with blanks between them; says whether there was one.</summary>
    public bool EatAll(Lexicon words)
    {
        var any = false;
        do
        {
            Blank();
        }
        while (Eat(words) is not null && (any = true));

        return any;
    }

    /// <summary>Tries a reader; where it reads nothing, the place stays.</summary>
    public T? Try<T>(Func<Cursor, T?> reader)
        where T : struct
    {
        var start = At;
        var read = reader(this);
        if (read is null)
        {
            At = start;
        }

        return read;
    }
}

/// <summary>A list of words, the longest first, so that “一个月” is met before “一”.</summary>
internal sealed class Lexicon(params string[] words) : List<string>(words.Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length))
{
    /// <summary>Several lists as one.</summary>
    public static Lexicon operator +(Lexicon one, Lexicon other) => new([.. one, .. other]);
}
