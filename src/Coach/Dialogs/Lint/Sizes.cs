namespace Ontime.Dialogs;

/// <summary>What Telegram and a small screen can hold.</summary>
internal static class Sizes
{
    // “q”, the number of a question, a colon, and the sign of a tick stand before the option.
    private const int BeforeOption = 10;

    public static IEnumerable<Fault> Check(DialogSet set)
    {
        foreach (var (_, step) in set.Steps())
        {
            foreach (var option in step.Ask()?.Options.Where(option => System.Text.Encoding.UTF8.GetByteCount(option) + BeforeOption > Limits.ButtonData) ?? [])
            {
                yield return set.Fault(step, $"the option “{option}” is too long for a button's {Limits.ButtonData} bytes; use a shorter id");
            }
        }

        var labels = set.Steps().SelectMany(pair => StepTexts.Labels(set, pair.Step)).ToHashSet();
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var (key, text) in set.Texts(language).Sentences)
            {
                if (text.Length > Limits.Text)
                {
                    yield return set.Fault(language, key, $"“{key}” has {text.Length} characters; a message holds {Limits.Text}");
                }

                if (Label(set, labels, key) && !Fits(text))
                {
                    yield return set.Fault(language, key, $"the button “{text}” is too long; {Limits.ButtonLatin} Latin or {Limits.ButtonChinese} Chinese characters fit");
                }
            }
        }
    }

    /// <summary>Names of items and pillars are buttons too, where an answer is corrected.</summary>
    public static bool Label(DialogSet set, IReadOnlySet<string> labels, string key) =>
        labels.Contains(key)
        || key.StartsWith("button.", StringComparison.Ordinal) || key.StartsWith("pillar.", StringComparison.Ordinal)
        || (key.EndsWith(".name", StringComparison.Ordinal) && set.Items.ContainsKey(key[..^".name".Length]));

    /// <summary>A Chinese character takes a twelfth of the room, any other a twentieth; placeholders are not measured.</summary>
    private static bool Fits(string text)
    {
        var bare = Placeholders.Of(text).Aggregate(text, (left, name) => left.Replace($"{{{name}}}", ""));
        var chinese = bare.Count(letter => letter > 0x2E7F);
        return (chinese * Limits.ButtonLatin) + ((bare.Length - chinese) * Limits.ButtonChinese) <= Limits.ButtonLatin * Limits.ButtonChinese;
    }
}
