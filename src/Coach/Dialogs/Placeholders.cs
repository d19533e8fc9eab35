namespace Ontime.Dialogs;

/// <summary>The names in braces of a text.</summary>
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

            yield return template[(at + 1)..close];
            at = template.IndexOf('{', close);
        }
    }
}
