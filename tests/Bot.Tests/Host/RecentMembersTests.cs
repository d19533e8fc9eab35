using NodaTime;
using Ontime.Members;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot.Tests.Host;

/// <summary>A member is read out of bytes only where nobody has written just these bytes lately.</summary>
public sealed class RecentMembersTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 4, 0);
    private readonly RecentMembers _recent = new();

    [Fact]
    public void The_last_thousand_who_were_written_are_known()
    {
        var (first, second) = (Written(1), Written(2));
        for (var chat = 3; chat <= 1000; chat++)
        {
            Written(chat);
        }

        _recent.Read(Row(first)).ShouldBeSameAs(first);
        _recent.Read(Row(second)).ShouldBeSameAs(second);

        // Written again it is the newest, and the second the oldest.
        first = Written(1);
        var newest = Written(1001);
        _recent.Read(Row(first)).ShouldBeSameAs(first);
        _recent.Read(Row(newest)).ShouldBeSameAs(newest);
        _recent.Read(Row(second)).ShouldNotBeSameAs(second);
    }

    [Fact]
    public void Other_bytes_than_the_stored_ones_do_not_count()
    {
        var lin = Written(1);
        _recent.Read(Row(lin with { Language = Language.ZhHans })).Language.ShouldBe(Language.ZhHans);
    }

    [Fact]
    public void Who_was_forgotten_is_not_known()
    {
        var lin = Written(1);
        _recent.Forget(1);
        _recent.Read(Row(lin)).ShouldNotBeSameAs(lin);
    }

    private Member Written(long chat)
    {
        var member = Member(chat);
        _recent.Keep(chat, MemberCodec.Write(member), member);
        return member;
    }

    private static Member Member(long chat) =>
        new() { ChatId = chat, Version = 1, Language = Language.En, Zone = "Asia/Shanghai", Joined = Noon, LastInput = Noon };

    private static MemberRow Row(Member member) => new(member.ChatId, member.Version, MemberCodec.Write(member), member.DueAt, "active", "en", "", null);
}
