using System.Text.Json;

namespace Ontime.Tests.Typing;

public sealed class TypistTests
{
    [Theory]
    [InlineData("inputs.json", 429)]
    [InlineData("more.json", 2300)]
    public void Every_case_has_its_value(string file, int least)
    {
        var cases = TypedCases.Read(file).ToList();
        cases.Count.ShouldBeGreaterThanOrEqualTo(least);
        var wrong = cases
            .Select(c => (Case: c, Got: TypedCases.Value(c.Text, c.Locale, c.Kind)))
            .Where(c => !Same(c.Got, c.Case.Value))
            .Select(c => $"{c.Case.Kind} {c.Case.Locale} “{c.Case.Text}”: {c.Got}, expected {c.Case.Value}")
            .ToList();
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    // Whitespace and 12.80 against 12.8 aside.
    private static bool Same(string got, string expected) =>
        JsonElement.DeepEquals(JsonDocument.Parse(got).RootElement, JsonDocument.Parse(expected).RootElement);
}
