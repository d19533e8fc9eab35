using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Telegram;

using Limits = Ontime.Telegram.Limits;

public sealed class HtmlSplitLaws
{
    private static readonly string[] Pieces =
    [
        "a", "word", " ", " ", "\n", "\n\n", "你好", "，", "😀", "👨‍👩‍👧", "🇨🇳", "e\u0301", "👍🏽", "&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#x1F600;", "\u00A0",
    ];

    private static readonly (string Open, string Close)[] Tags =
    [
        ("<b>", "</b>"), ("<i>", "</i>"), ("<u>", "</u>"), ("<code>", "</code>"), ("<a href=\"https://x.example/?a=1&amp;b=2\">", "</a>"),
        ("<blockquote expandable>", "</blockquote>"), ("<span class=\"tg-spoiler\">", "</span>"), ("<tg-emoji emoji-id=\"5\">", "</tg-emoji>"),
    ];

    private static readonly Gen<string> Texts =
        Gen.Elements(Pieces).NonEmptyListOf().Select(string.Concat);

    private static readonly Gen<string> Documents = Document(3);

    [Theory]
    [InlineData(8)]
    [InlineData(30)]
    [InlineData(100)]
    public void Splitting_loses_nothing_and_every_part_is_a_message(int limit) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Documents.ToArbitrary(), html => Holds(html, limit, Limits.RawTextBytes)));

    [Fact]
    public void Splitting_by_bytes_loses_nothing() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Documents.ToArbitrary(), html => Holds(html, 50, 400)));

    [Theory]
    [InlineData(5_000)]
    [InlineData(40_000)]
    public void Long_documents_are_split_to_Telegrams_limits(int chars)
    {
        var html = new StringBuilder();
        foreach (var document in Documents.Sample(100, new Rnd(7, 11), 500))
        {
            html.Append(document).Append('x');
            if (html.Length > chars)
            {
                break;
            }
        }

        html.Length.ShouldBeGreaterThan(chars);
        Html.Split(html.ToString()).Count.ShouldBeLessThanOrEqualTo(html.Length / 2000 + 1);
        Holds(html.ToString(), Limits.TextChars, Limits.RawTextBytes);
    }

    [Fact]
    public void A_caption_and_its_follow_up_are_the_whole() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Document(4).ToArbitrary(), piece =>
        {
            var html = string.Concat(Enumerable.Repeat(piece, 1 + 1200 / (1 + Html.ToPlain(piece).Length)));
            var (caption, followUp) = Html.Caption(html);
            Html.ToPlain(caption).Length.ShouldBeLessThanOrEqualTo(1024);
            Balanced(caption);
            WithoutEdges(Html.ToPlain(caption) + Html.ToPlain(followUp ?? "")).ShouldBe(WithoutEdges(Html.ToPlain(html)));
        }));

    private static void Holds(string html, int limit, int rawLimit)
    {
        var whole = Html.ToPlain(html);
        var parts = Html.Split(html, limit, rawLimit);
        var starts = ElementStarts(whole);
        var styled = Styled(html);
        var at = 0;
        foreach (var part in parts)
        {
            var plain = Html.ToPlain(part);
            plain.Length.ShouldBeLessThanOrEqualTo(limit);
            Encoding.UTF8.GetByteCount(part).ShouldBeLessThanOrEqualTo(rawLimit);
            string.IsNullOrWhiteSpace(plain).ShouldBeFalse();
            Balanced(part);

            // In order and nothing lost: between two parts there is nothing but white space.
            var found = whole.IndexOf(plain, at, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(at);
            whole[at..found].Trim().ShouldBe("");
            at = found + plain.Length;
            Styled(part).ShouldBe(styled[found..at]);
            char.IsHighSurrogate(plain[^1]).ShouldBeFalse();
            if (limit >= 30)
            {
                starts.ShouldContain(at);
            }
        }

        whole[at..].Trim().ShouldBe("");
    }

    private static HashSet<int> ElementStarts(string text) => [.. StringInfo.ParseCombiningCharacters(text), text.Length];

    private static string WithoutEdges(string text) => text.TrimEnd();

    /// <summary>Each unit of the text with the tags over it.</summary>
    private static List<(char Unit, string Tags)> Styled(string html)
    {
        List<(char, string)> styled = [];
        var open = new List<string>();
        for (var i = 0; i < html.Length;)
        {
            var next = html.IndexOf(html[i] == '<' ? '>' : '<', i);
            next = html[i] == '<' ? next + 1 : next < 0 ? html.Length : next;
            var piece = html[i..next];
            if (piece[0] != '<')
            {
                styled.AddRange(Html.ToPlain(piece).Select(c => (c, string.Concat(open))));
            }
            else if (piece[1] == '/')
            {
                open.RemoveAt(open.Count - 1);
            }
            else
            {
                open.Add(piece);
            }

            i = next;
        }

        return styled;
    }

    /// <summary>A checker of its own, so that the parser under test does not judge itself.</summary>
    private static void Balanced(string html)
    {
        var open = new Stack<string>();
        for (var i = html.IndexOf('<'); i >= 0; i = html.IndexOf('<', i + 1))
        {
            var tag = html[(i + 1)..html.IndexOf('>', i)];
            if (tag[0] == '/')
            {
                open.Pop().ShouldBe(tag[1..]);
            }
            else
            {
                open.Push(tag.Split(' ')[0]);
            }
        }

        open.ShouldBeEmpty();
    }

    private static Gen<string> Document(int depth) => depth == 0
        ? Texts
        : Gen.OneOf(
            Texts,
            Document(depth - 1).Zip(Gen.Elements(Tags)).Select(t => t.Item2.Open + t.Item1 + t.Item2.Close),
            Document(depth - 1).Zip(Document(depth - 1)).Select(t => t.Item1 + t.Item2));
}
