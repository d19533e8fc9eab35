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
            .Replace("{\"v\":1", "{\"v\":99");

        Should.Throw<FormatException>(() => MemberCodec.Read(Encoding.UTF8.GetBytes(newer))).Message.ShouldContain("newer program");
    }
}
