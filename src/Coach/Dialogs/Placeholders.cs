namespace Ontime.Dialogs;

/// <summary>The names in braces of a text. A name may say in which form its words are wanted: {bill:the} is “your credit card”, {bill:my} “my credit card”.</summary>
internal static class Placeholders
{
    public static IEnumerable<string> Of(string template)
    {
        var at = template.IndexOf('{');
        while (at >= 0)
        {
            var close = template.IndexOf('}', at);
            if (close < 0)
            {
                yield break;
            }

            yield return Parted(template[(at + 1)..close]).Name;
            at = template.IndexOf('{', close);
        }
    }

    /// <summary>The name, and the form after its colon; null: none.</summary>
    public static (string Name, string? Form) Parted(string placeholder) =>
        placeholder.IndexOf(':') is >= 0 and var colon ? (placeholder[..colon], placeholder[(colon + 1)..]) : (placeholder, null);
}
