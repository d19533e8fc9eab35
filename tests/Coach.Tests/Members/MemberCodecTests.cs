using System.Collections;
using System.Text;
using NodaTime;
using Ontime.Members;

namespace Ontime.Tests.Members;

public class MemberCodecTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);
    private static readonly Kept Kept = new(1, 48, Now);

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.ZhHans)]
    public void A_bare_member_is_read_back_in_every_language(Language language)
    {
        var member = new Member { ChatId = 1, Language = language, Zone = "Asia/Shanghai", Joined = Now, LastInput = Now, Reachable = false };

        var again = member.Again();

        again.Language.ShouldBe(language);
        again.Reachable.ShouldBeFalse();
        MemberCodec.Write(again).ShouldBe(MemberCodec.Write(member));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"v\":1}")]
    [InlineData("{\"v\":1,\"m\":{}}")]
    [InlineData("{\"v\":1,\"m\":{\"chatId\":\"x\"}}")]
    [InlineData("{\"v\":1,\"m\":{\"chatId\":1,\"language\":\"En\",\"zone\":\"UTC\",\"joined\":179532000000000000}}")]
    [InlineData("not json")]
    [InlineData("{\"v\":3}")]
    [InlineData("{\"v\":3,\"j\":1}")]
    [InlineData("{\"v\":3,\"j\":1,\"l\":\"en\"}")]
    [InlineData("{\"v\":3,\"l\":\"en\",\"j\":1,\"in\":1}")]
    [InlineData("{\"v\":3,\"j\":1,\"l\":\"xx\",\"in\":1}")]
    [InlineData("{\"v\":3,\"j\":1,\"l\":\"en\",\"in\":999999999999999}")]
    [InlineData("{\"v\":3,\"j\":1,\"l\":\"en\",\"in\":1")]
    [InlineData("{\"v\":3,\"j\":1,\"l\":\"en\",\"in\":1}}")]
    public void What_is_no_member_document_is_refused_with_one_kind_of_exception(string json) =>
        Should.Throw<FormatException>(() => MemberCodec.Read(Encoding.UTF8.GetBytes(json), Kept));

    [Theory]
    [InlineData("a", "R1")]
    [InlineData("a", "x R1=a")]
    [InlineData("a", "R1=a R1=b")]
    [InlineData("a", "R1=#x")]
    [InlineData("a", "R1=@261301")]
    [InlineData("h", "nine")]
    [InlineData("p", "Sometimes")]
    [InlineData("p", "7")]
    public void A_broken_line_is_refused(string key, string line) => Refuses($"\"{key}\":\"{line}\"");

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1 Boat")]
    [InlineData("1 Card d32")]
    [InlineData("1 Card yx")]
    [InlineData("1 Card p2610P")]
    [InlineData("1 Card p")]
    [InlineData("1 Card d5 p2610X")]
    [InlineData("1 Card d5 p261005")]
    [InlineData("1 Card c7")]
    [InlineData("1 Card c261005:z")]
    [InlineData("1 Card m7/1")]
    [InlineData("1 Card m261005:7")]
    public void A_broken_bill_is_refused(string line) => Refuses($"\"b\":[{{\"b\":\"{line}\"}}]");

    [Theory]
    [InlineData("[\"a\"]")]
    [InlineData("[1,2]")]
    [InlineData("{\"option\":\"a\"}")]
    [InlineData("[\"a\",1,null,\"b\"]")]
    [InlineData("\"a\"")]
    public void A_broken_answer_of_the_second_version_is_refused(string answer) => Should.Throw<FormatException>(() => MemberCodec.Read(
        Encoding.UTF8.GetBytes($"{{\"v\":2,\"m\":{{\"chatId\":1,\"language\":\"En\",\"zone\":\"UTC\",\"joined\":1,\"lastInput\":1,\"answers\":{{\"R1\":{answer}}}}}}}"), Kept));

    [Fact]
    public void A_document_of_a_newer_program_says_so()
    {
        var newer = Encoding.UTF8.GetString(MemberCodec.Write(Bare)).Replace("{\"v\":3", "{\"v\":99");

        Should.Throw<FormatException>(() => MemberCodec.Read(Encoding.UTF8.GetBytes(newer), Kept)).Message.ShouldContain("newer program");
    }

    [Fact]
    public void What_a_later_program_adds_is_passed_over()
    {
        var more = Encoding.UTF8.GetString(MemberCodec.Write(Bare)).Replace("}", ",\"new\":{\"a\":[1,{}]},\"averylongkey\":\"x\"}");

        MemberCodec.Readable(MemberCodec.Read(Encoding.UTF8.GetBytes(more), Kept.Of(Bare))).ShouldBe(MemberCodec.Readable(Bare));
    }

    [Fact]
    public void A_document_of_the_first_version_is_read()
    {
        const string first =
            """
            {"v":1,"m":{"chatId":1,"version":48,"language":"En","zone":"Asia/Shanghai","joined":1795320015000,"reachable":true,
            "frames":[{"dialog":"items","step":"C3","open":{"number":29,"shown":1797912195000},"trail":[],"notes":{}}],
            "answers":{"G1":{"option":"never_late","at":1795320020000},"U2":{"option":"value","at":1795320105000,"number":2.5,"many":["dining"],"date":"2026-11-22","again":true}},
            "passed":{},"plans":[],"bills":[{"id":1,"day":"1","added":1795320030000,"cycles":[],"past":["2026-12-01P0"]}],"lastInput":1797912195000}}
            """;

        var member = MemberCodec.Read(Encoding.UTF8.GetBytes(first), Kept);

        member.Answers["G1"].ShouldBe(new Answer("never_late", Instant.FromUnixTimeMilliseconds(1795320020000)));
        var ticked = member.Answers["U2"];
        (ticked.Number, ticked.Date, ticked.Again).ShouldBe((2.5m, new LocalDate(2026, 11, 22), true));
        ticked.Many.ShouldBe(["dining"]);
        (member.Frames[0].Trail.Count, member.Bills[0].Cycles.Count, member.Bills[0].Past.Count, member.Scores.Count).ShouldBe((0, 0, 1, 0));
        MemberCodec.Readable(member.Again()).ShouldBe(MemberCodec.Readable(member));
    }

    [Fact]
    public void No_list_of_a_bare_member_is_written_and_none_is_missing_when_it_is_read()
    {
        var bytes = MemberCodec.Write(Bare);

        Encoding.UTF8.GetString(bytes).ShouldNotContain("[");
        var again = MemberCodec.Read(bytes, Kept);
        typeof(Member).GetProperties().Where(property => property.PropertyType.IsAssignableTo(typeof(ICollection)))
            .Select(property => (property.Name, Value: property.GetValue(again))).ShouldAllBe(property => property.Value != null);
    }

    [Fact]
    public void What_the_row_holds_is_not_in_the_document()
    {
        var member = Bare with { ChatId = 1234567890, Version = 77777, DueAt = Now + Duration.FromDays(1) };

        var text = Encoding.UTF8.GetString(MemberCodec.Write(member));

        text.ShouldBe(Encoding.UTF8.GetString(MemberCodec.Write(Bare)));
        member.Again().ShouldSatisfyAllConditions(
            again => again.ChatId.ShouldBe(1234567890), again => again.Version.ShouldBe(77777), again => again.DueAt.ShouldBe(member.DueAt));
    }

    private static Member Bare => new() { ChatId = 1, Language = Language.En, Zone = "UTC", Joined = Now, LastInput = Now };

    private static void Refuses(string part) =>
        Should.Throw<FormatException>(() => MemberCodec.Read(Encoding.UTF8.GetBytes($"{{\"v\":3,\"j\":1,\"l\":\"en\",\"in\":1,{part}}}"), Kept));
}
