namespace Ontime.Dialogs;

/// <summary>A sentence taken apart at its placeholders, once an edition.</summary>
/// <param name="Tail">What stands behind the last placeholder; the whole sentence where it has none.</param>
internal sealed record Template(TemplatePart[] Parts, string Tail)
{
    public static Template Of(string text)
    {
        var parts = new List<TemplatePart>();
        var at = 0;
        while (text.IndexOf('{', at) is >= 0 and var open && text.IndexOf('}', open) is >= 0 and var close)
        {
            var (name, form) = Placeholders.Parted(text[(open + 1)..close]);
            parts.Add(new TemplatePart(text[at..open], name, form));
            at = close + 1;
        }

        return new Template([.. parts], text[at..]);
    }
}

/// <summary>Words, and the placeholder behind them.</summary>
internal sealed record TemplatePart(string Before, string Name, string? Form);
