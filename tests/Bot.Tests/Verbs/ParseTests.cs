using NodaTime;
using Ontime.Bot.Verbs;

namespace Ontime.Bot.Tests.Verbs;

public sealed class ParseTests
{
    [Theory]
    [InlineData("""{"text":"没有啊","locale":"zh-Hans","kind":"yesno"}""", """{"text":"没有啊","locale":"zh-Hans","kind":"yesno","value":false}""")]
    [InlineData("""{"text":"idk","locale":"en","kind":"yesno"}""", """{"text":"idk","locale":"en","kind":"yesno","value":"unsure"}""")]
    [InlineData("""{"text":"1万2","locale":"zh-Hans","kind":"money","id":7}""", """{"text":"1万2","locale":"zh-Hans","kind":"money","id":7,"value":12000}""")]
    [InlineData("""{"text":"12,000.00","locale":"en","kind":"money"}""", """{"text":"12,000.00","locale":"en","kind":"money","value":12000}""")]
    [InlineData("""{"text":"十二块八","locale":"zh-Hans","kind":"money"}""", """{"text":"十二块八","locale":"zh-Hans","kind":"money","value":12.8}""")]
    [InlineData("""{"text":"月底","locale":"zh-Hans","kind":"day_of_month"}""", """{"text":"月底","locale":"zh-Hans","kind":"day_of_month","value":"last"}""")]
    [InlineData("""{"text":"15th","locale":"en","kind":"day_of_month"}""", """{"text":"15th","locale":"en","kind":"day_of_month","value":15}""")]
    [InlineData("""{"text":"明天","locale":"zh-Hans","kind":"date"}""", """{"text":"明天","locale":"zh-Hans","kind":"date","value":"2026-11-23"}""")]
    [InlineData("""{"text":"Aug 2025","locale":"en","kind":"date_past"}""", """{"text":"Aug 2025","locale":"en","kind":"date_past","value":"2025-08"}""")]
    [InlineData("""{"text":"去年","locale":"zh-Hans","kind":"date_past"}""", """{"text":"去年","locale":"zh-Hans","kind":"date_past","value":"2025"}""")]
    [InlineData("""{"text":"7.30pm","locale":"en","kind":"time"}""", """{"text":"7.30pm","locale":"en","kind":"time","value":"19:30"}""")]
    [InlineData("""{"text":"trips and food","locale":"en","kind":"categories"}""", """{"text":"trips and food","locale":"en","kind":"categories","value":["dining","travel"]}""")]
    [InlineData("""{"text":"paid half","locale":"en","kind":"payment","value":"old"}""", """{"text":"paid half","locale":"en","kind":"payment","value":"partial"}""")]
    [InlineData("""{"text":"hmm","locale":"en","kind":"money"}""", """{"text":"hmm","locale":"en","kind":"money","value":null}""")]
    public void A_line_comes_back_with_all_its_fields_and_the_value(string line, string expected) => Run(line).ShouldBe([expected]);

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("""{"text":"x"}""")]
    [InlineData("""{"text":5,"kind":"money"}""")]
    [InlineData("""{"text":"x","kind":"colour"}""")]
    [InlineData("""{"text":"x","kind":"money","kind":"money"}""")]
    [InlineData("""{"text":"\ud800","kind":"money"}""")]
    public void A_line_that_cannot_be_read_says_so_and_the_run_goes_on(string line)
    {
        var lines = Run(line + "\n\n" + """{"text":"5k","locale":"en","kind":"money"}""");
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain("\"value\":null");
        (lines[0].Contains("\"error\":", StringComparison.Ordinal) || line.Contains("ud800", StringComparison.Ordinal)).ShouldBeTrue(lines[0]);
        lines[1].ShouldEndWith("\"value\":5000}");
    }

    private static string[] Run(string input)
    {
        using var output = new StringWriter();
        Parse.Run(new StringReader(input), output, new LocalDate(2026, 11, 22)).ShouldBe(0);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
