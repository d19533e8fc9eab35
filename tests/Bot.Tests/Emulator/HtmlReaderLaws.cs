namespace Ontime.Bot.Tests;

using FsCheck;
using FsCheck.Fluent;
using Ontime.Emulator;

public sealed class HtmlReaderLaws
{
    private static readonly string[] Pieces =
    [
        "<", ">", "/", "&", ";", "=", "\"", "'", " ", "b", "i", "a", "<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<pre>", "</pre>",
        "<a href=\"https://e.cn\">", "</a>", "<blockquote expandable>", "</blockquote>", "&lt;", "&amp;", "&#128512;", "信", "😀", "\ud83d", "\n",
    ];

    private static readonly Gen<string> Soup = Gen.ListOf(Gen.Elements(Pieces)).Select(string.Concat);

    [Fact]
    public void Any_soup_is_read_or_refused_and_entities_stay_inside_the_text() => Check(Soup, static soup =>
    {
        try
        {
            var (text, entities) = HtmlReader.Read(soup);
            return entities.TrueForAll(e => e.Offset >= 0 && e.Length > 0 && e.End <= text.Length);
        }
        catch (Refused refused)
        {
            return refused.Code == 400;
        }
    });

    [Fact]
    public void What_was_escaped_reads_as_it_was() => Check(Soup, static soup =>
        HtmlReader.Read(soup.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")).Text == soup);

    [Fact]
    public void A_text_in_bold_is_one_entity_over_all_of_it() => Check(Soup, static soup =>
    {
        var (text, entities) = HtmlReader.Read($"<b>{soup.Replace("&", "&amp;").Replace("<", "&lt;")}</b>");
        return text == soup && (soup.Length == 0 ? entities.Count == 0 : entities.Single() == new Entity("bold", 0, soup.Length));
    });

    private static void Check(Gen<string> gen, Func<string, bool> law) =>
        Prop.ForAll(gen.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
