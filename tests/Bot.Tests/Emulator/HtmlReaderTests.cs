namespace Ontime.Bot.Tests;

using Ontime.Emulator;

public sealed class HtmlReaderTests
{
    [Theory]
    [InlineData("<b>a</b>", "a", "bold 0+1")]
    [InlineData("<strong>a</strong><em>b</em><ins>c</ins><del>d</del>", "abcd", "bold 0+1, italic 1+1, underline 2+1, strikethrough 3+1")]
    [InlineData("x<B>y</B>", "xy", "bold 1+1")]
    [InlineData("<b>😀</b><i>é</i>", "😀é", "bold 0+2, italic 2+1")]
    [InlineData("<b>a<i>b</i></b>", "ab", "bold 0+2, italic 1+1")]
    [InlineData("<span class=\"tg-spoiler\">s</span><tg-spoiler>t</tg-spoiler>", "st", "spoiler 0+1, spoiler 1+1")]
    [InlineData("<a href='https://e.cn/?a=1&amp;b=2'>x</a>", "x", "text_link 0+1 https://e.cn/?a=1&b=2")]
    [InlineData("<pre><code class=\"language-python\">1</code></pre>", "1", "pre 0+1 python")]
    [InlineData("<pre>1</pre><code>2</code>", "12", "pre 0+1, code 1+1")]
    [InlineData("<blockquote>q <b>r</b></blockquote>", "q r", "blockquote 0+3, bold 2+1")]
    [InlineData("<blockquote expandable>q</blockquote>", "q", "expandable_blockquote 0+1")]
    [InlineData("<tg-time unix=\"1647531900\" format=\"wDT\">soon</tg-time>", "soon", "date_time 0+4 1647531900 wDT")]
    [InlineData("<tg-emoji emoji-id=\"5368324170671202286\">👍</tg-emoji>", "👍", "custom_emoji 0+2 5368324170671202286")]
    [InlineData("<b></b>x", "x", "")]
    [InlineData("<b>x</>", "x", "bold 0+1")]
    public void Supported_tags_become_entities_over_plain_text(string html, string text, string entities)
    {
        var (plain, read) = HtmlReader.Read(html);
        plain.ShouldBe(text);
        string.Join(", ", read.Select(Write)).ShouldBe(entities);
    }

    [Theory]
    [InlineData("&lt;b&gt; &amp; &quot;", "<b> & \"")]
    [InlineData("&#39;&#x41;&#128512;", "'A😀")]
    [InlineData("&nbsp;&apos;&unknown;", "&nbsp;&apos;&unknown;")]
    [InlineData("a & b > c", "a & b > c")]
    [InlineData("&lt", "<")]
    [InlineData("&#0;&#x110000;", "&#0;&#x110000;")]
    public void Only_four_names_and_all_numbers_are_decoded(string html, string text) => HtmlReader.Read(html).Text.ShouldBe(text);

    [Theory]
    [InlineData("1 < 2", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("信用<br>", "Unsupported start tag \"br\" at byte offset 6")]
    [InlineData("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0")]
    [InlineData("<!-- x -->", "Unsupported start tag \"!--\" at byte offset 0")]
    [InlineData("x<b", "Unclosed start tag at byte offset 1")]
    [InlineData("<a href=\"x", "Unclosed start tag at byte offset 0")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b>x</b", "Unclosed end tag at byte offset 4")]
    [InlineData("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("<b><i>x</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag b")]
    [InlineData("<a =\"x\">y</a>", "Empty attribute name in the tag \"a\" at byte offset 0")]
    [InlineData("<a href>y</a>", "Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0")]
    [InlineData("<a href=ht_tp>y</a>", "Unexpected end of name token at byte offset 8")]
    [InlineData("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<tg-emoji emoji-id=\"x\">y</tg-emoji>", "Invalid custom emoji identifier specified at byte offset 0")]
    [InlineData("<tg-time unix=\"soon\">y</tg-time>", "Invalid date-time unix value specified at byte offset 0")]
    [InlineData("<tg-time unix=\"1\" format=\"Tw\">y</tg-time>", "Invalid date-time format specified at byte offset 0")]
    public void What_Telegram_cannot_parse_is_refused_with_the_place_in_bytes(string html, string error) => Error(html).ShouldBe(error);

    [Theory]
    [InlineData("<b class=\"x\">y</b>", "Tag \"b\" has no attribute \"class\" (Telegram would ignore it) at byte offset 0")]
    [InlineData("<a href=\"nowhere\">y</a>", "Invalid link \"nowhere\" (Telegram would drop it) at byte offset 0")]
    [InlineData("<code><b>y</b></code>", "Tag \"b\" can't stand inside \"code\" (Telegram would drop one of them) at byte offset 6")]
    [InlineData("<b><code>y</code></b>", "Tag \"code\" can't stand inside \"b\" (Telegram would drop one of them) at byte offset 3")]
    [InlineData("<blockquote><i><blockquote>y", "Tag \"blockquote\" can't stand inside \"blockquote\" (Telegram would drop one of them) at byte offset 15")]
    [InlineData("<a href=\"tg://user?id=1\"><code>y", "Tag \"code\" can't stand inside \"a\" (Telegram would drop one of them) at byte offset 25")]
    public void What_Telegram_would_drop_in_silence_is_refused_too(string html, string error) => Error(html).ShouldBe(error);

    [Fact]
    public void A_number_that_is_half_a_character_is_refused() =>
        Should.Throw<Refused>(static () => HtmlReader.Read("&#xD83D;")).Message.ShouldContain("unmatched surrogate code units");

    private static string Error(string html)
    {
        var refused = Should.Throw<Refused>(() => HtmlReader.Read(html));
        refused.Code.ShouldBe(400);
        refused.Message.ShouldStartWith("Bad Request: can't parse entities: ");
        return refused.Message["Bad Request: can't parse entities: ".Length..];
    }

    private static string Write(Entity e) => string.Join(' ', new[] { e.Type, $"{e.Offset}+{e.Length}", e.Url, e.Language, e.EmojiId, $"{e.UnixTime}", e.Format }
        .Where(static part => !string.IsNullOrEmpty(part)));
}
