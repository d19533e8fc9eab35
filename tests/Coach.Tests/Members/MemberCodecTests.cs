using System.Text;
using NodaTime;
using Ontime.Members;

namespace Ontime.Tests.Members;

public class MemberCodecTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.ZhHans)]
    public void A_bare_member_is_read_back_in_every_language(Language language)
    {
        var member = new Member { ChatId = 1, Language = language, Zone = "Asia/Shanghai", Joined = Now, LastInput = Now, Reachable = false };

        var again = MemberCodec.Read(MemberCodec.Write(member));

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
    public void What_is_no_member_document_is_refused_with_one_kind_of_exception(string json) =>
        Should.Throw<FormatException>(() => MemberCodec.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_document_of_a_newer_program_says_so()
    {
        var newer = Encoding.UTF8.GetString(MemberCodec.Write(new Member { ChatId = 1, Language = Language.En, Zone = "UTC", Joined = Now, LastInput = Now }))
            .Replace("{\"v\":2", "{\"v\":99");

        Should.Throw<FormatException>(() => MemberCodec.Read(Encoding.UTF8.GetBytes(newer))).Message.ShouldContain("newer program");
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

        var member = MemberCodec.Read(Encoding.UTF8.GetBytes(first));

        member.Answers["G1"].ShouldBe(new Answer("never_late", Instant.FromUnixTimeMilliseconds(1795320020000)));
        var ticked = member.Answers["U2"];
        (ticked.Number, ticked.Date, ticked.Again).ShouldBe((2.5m, new LocalDate(2026, 11, 22), true));
        ticked.Many.ShouldBe(["dining"]);
        (member.Frames[0].Trail.Count, member.Bills[0].Cycles.Count, member.Bills[0].Past.Count, member.Scores.Count).ShouldBe((0, 0, 1, 0));
        MemberCodec.Write(MemberCodec.Read(MemberCodec.Write(member))).ShouldBe(MemberCodec.Write(member));
    }

    [Fact]
    public void No_list_of_a_bare_member_is_written_and_none_is_missing_when_it_is_read()
    {
        var bytes = MemberCodec.Write(new Member { ChatId = 1, Language = Language.En, Zone = "UTC", Joined = Now, LastInput = Now });

        Encoding.UTF8.GetString(bytes).ShouldNotContain("[");
        var again = MemberCodec.Read(bytes);
        typeof(Member).GetProperties().Where(property => property.PropertyType.IsAssignableTo(typeof(System.Collections.ICollection)))
            .Select(property => (property.Name, Value: property.GetValue(again))).ShouldAllBe(property => property.Value != null);
    }

    [Theory]
    [InlineData("[\"a\"]")]
    [InlineData("[1,2]")]
    [InlineData("{\"option\":\"a\"}")]
    [InlineData("[\"a\",1,null,\"b\"]")]
    [InlineData("\"a\"")]
    public void A_broken_answer_is_refused(string answer) => Should.Throw<FormatException>(() => MemberCodec.Read(Encoding.UTF8.GetBytes(
        $"{{\"v\":2,\"m\":{{\"chatId\":1,\"language\":\"En\",\"zone\":\"UTC\",\"joined\":1,\"lastInput\":1,\"answers\":{{\"R1\":{answer}}}}}}}")));
}
