using Ontime.Telegram;

namespace Ontime.Bot.Tests.Telegram;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("plain 你好 😀", "plain 你好 😀")]
    [InlineData("<b>&\"</b>", "&lt;b&gt;&amp;&quot;&lt;/b&gt;")]
    [InlineData("a\u202Eb\u2066c\u2069\u202Ad", "abcd")]
    public void Any_text_can_be_made_safe(string text, string html) => Html.Escape(text).ShouldBe(html);

    [Theory]
    [InlineData("<b>x</b> &lt;y&gt; &amp;&quot;", "x <y> &\"")]
    [InlineData("<a href=\"https://x.example/?a=1&amp;b=2\">link</a>", "link")]
    [InlineData("<a title=\"a>b\">link</a>", "link")]
    [InlineData("&#20320;&#x597D; &#x1F600; &#39;", "你好 😀 '")]
    [InlineData("&lt &nbsp; &apos; &#0; &#xD83D; &#x110000; &", "< &nbsp; &apos; &#0; \uFFFD &#x110000; &")]
    [InlineData("1 < 2 && 3 > 2 <3 </ <", "1 < 2 && 3 > 2 <3 </ <")]
    [InlineData("<b>never closed <i", "never closed <i")]
    [InlineData("stray</b> <b>crossed<i></b></i>", "stray crossed")]
    [InlineData("<tg-emoji emoji-id=\"5\">👍</tg-emoji><pre><code class=\"language-x\">y</code></pre>", "👍y")]
    public void The_plain_text_of_HTML_is_what_Telegram_would_show(string html, string plain) => Html.ToPlain(html).ShouldBe(plain);

    [Fact]
    public void What_fits_is_left_as_it_is()
    {
        const string Html = "<b>你好</b> &#39;x&#39;\n";

        Ontime.Telegram.Html.Split(Html).ShouldBe([Html]);
        Ontime.Telegram.Html.Caption(Html).ShouldBe((Html, null));
    }

    [Fact]
    public void Of_nothing_there_are_no_parts()
    {
        Html.Split("").ShouldBeEmpty();
        Html.Split(" \n<b> </b>").ShouldBeEmpty();
        Html.Split(new string('\n', 9000)).ShouldBeEmpty();
    }

    [Fact]
    public void Tags_are_closed_and_opened_again_with_what_they_carry() =>
        Html.Split("<b>one <a href=\"https://x.example\">two three</a></b> four", limit: 9).ShouldBe(
        [
            "<b>one <a href=\"https://x.example\">two </a></b>",
            "<b><a href=\"https://x.example\">three</a></b> ",
            "four",
        ]);

    [Fact]
    public void A_part_ends_with_a_line_rather_than_a_word_and_with_a_word_rather_than_anywhere()
    {
        Html.Split("aaaa bb\ncc dddd", limit: 12).ShouldBe(["aaaa bb\n", "cc dddd"]);
        Html.Split("aaaa bbbb cccc", limit: 12).ShouldBe(["aaaa bbbb ", "cccc"]);
        Html.Split("a\nbbbbbbbbbbbbbb", limit: 10).ShouldBe(["a\nbbbbbbbb", "bbbbbb"]);
    }

    [Theory]
    [InlineData("👨‍👩‍👧")]
    [InlineData("e\u0301\u0302")]
    [InlineData("🇨🇳")]
    [InlineData("👍🏽")]
    [InlineData("\r\n")]
    public void What_people_see_as_one_character_stays_whole(string character)
    {
        var text = "x" + string.Concat(Enumerable.Repeat(character, 20)) + "x";
        foreach (var part in Html.Split(text, limit: 20).Select(Html.ToPlain))
        {
            part.Replace(character, "").Trim('x').ShouldBe("");
        }
    }

    [Fact]
    public void A_character_longer_than_a_part_is_cut_but_never_through_a_pair()
    {
        var parts = Html.Split("😀" + string.Concat(Enumerable.Repeat("\uDB40\uDC61", 30)), limit: 7);

        parts.ShouldAllBe(part => part.Length <= 7 && part.Length % 2 == 0);
        parts.Count.ShouldBe(11);
    }

    [Fact]
    public void Raw_bytes_are_bounded_too()
    {
        var html = string.Concat(Enumerable.Range(0, 300).Select(n => $"<a href=\"https://x.example/{new string('p', 500)}\">{n}</a> "));

        var parts = Html.Split(html);

        parts.Count.ShouldBeGreaterThan(4);
        parts.ShouldAllBe(part => part.Length <= 32768);
        string.Concat(parts.Select(Html.ToPlain)).ShouldBe(Html.ToPlain(html));
    }

    [Fact]
    public void A_character_under_too_many_tags_goes_without_them()
    {
        var html = string.Concat(Enumerable.Repeat("<b>", 9000)) + "xy" + string.Concat(Enumerable.Repeat("</b>", 9000));

        Html.Split(html).ShouldBe(["x", "y"]);
    }

    [Fact]
    public void A_long_caption_is_cut_and_the_follow_up_keeps_the_rest()
    {
        var html = "<b>" + new string('好', 1000) + " " + new string('x', 4000) + "</b>";

        var (caption, followUp) = Html.Caption(html);

        caption.ShouldBe("<b>" + new string('好', 1000) + " </b>");
        followUp.ShouldBe("<b>" + new string('x', 4000) + "</b>");
    }
}
