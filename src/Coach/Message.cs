using NodaTime;
using Ontime.Bills;

namespace Ontime;

/// <summary>What stands in for a placeholder of a text. Rendered in the reader's language, never stored as a sentence.</summary>
public abstract record Arg
{
    /// <summary>Another text by its key.</summary>
    public sealed record Text(string Key) : Arg;

    /// <summary>A person's own words; escaped when rendered.</summary>
    public sealed record Words(string Value) : Arg;

    /// <summary>An operator's own HTML, which was looked through; goes out as it stands.</summary>
    public sealed record Html(string Value) : Arg;

    public sealed record Number(decimal Value) : Arg;

    /// <summary>Chinese yuan.</summary>
    public sealed record Money(decimal Yuan) : Arg;

    /// <param name="Year">True where the year must be said because it is not this one.</param>
    public sealed record Date(LocalDate Value, bool Year) : Arg;

    /// <summary>The day of the month on which something is due.</summary>
    public sealed record Day(DueDay Value) : Arg;

    public sealed record Clock(LocalTime Value) : Arg;

    /// <summary>Several lines, one below the other.</summary>
    public sealed record Block(IReadOnlyList<Line> Lines) : Arg;

    /// <summary>Several lines within a sentence, joined as the language joins a list.</summary>
    public sealed record Series(IReadOnlyList<Line> Parts) : Arg;
}

/// <summary>A text by its key, with what its placeholders stand for.</summary>
public sealed record Line(string Key, IReadOnlyDictionary<string, Arg> Args)
{
    private static readonly IReadOnlyDictionary<string, Arg> None = new Dictionary<string, Arg>();

    public Line(string key) : this(key, None) { }

    public Line(string key, string name, Arg arg) : this(key, new Dictionary<string, Arg> { [name] = arg }) { }
}

/// <param name="Data">What comes back when it is pressed: 1 to 64 bytes.</param>
public sealed record Button(string Data, Line Label);

/// <summary>A message as the coach means it: texts by key, one below the other, and rows of buttons.</summary>
public sealed record Message(IReadOnlyList<Line> Lines, IReadOnlyList<IReadOnlyList<Button>> Rows)
{
    public static readonly IReadOnlyList<IReadOnlyList<Button>> NoButtons = [];

    public Message(params Line[] lines) : this(lines, NoButtons) { }
}
