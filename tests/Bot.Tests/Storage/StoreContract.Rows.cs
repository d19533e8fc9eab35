using System.Text;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public abstract partial class StoreContract
{
    public static TheoryData<long> Chats => [1, 777_000, (1L << 52) - 1, 1L << 52, -(1L << 52), -1001234567890];

    [Theory, MemberData(nameof(Chats))]
    public async Task A_member_comes_back_field_by_field(long chat)
    {
        var member = new MemberRow(chat, 1, Encoding.UTF8.GetBytes("准点 ⏰ 花呗"), Noon, "活跃", "zh-Hans", "步骤 🪜", new LocalDate(2026, 1, 2)) { Traits = 5 };

        await WriteAsync(new TurnWrite { Members = [member] });

        ShouldBeSame(await MemberAsync(chat), member);
    }

    [Fact]
    public async Task What_is_null_comes_back_as_null_and_replaces_what_was_there()
    {
        var full = new MemberRow(5, 1, [9], Noon, "a", "en", "s", new LocalDate(9999, 12, 31));
        var bare = new MemberRow(5, 2, [], null, "", "", "", null);
        await WriteAsync(new TurnWrite { Members = [full] });

        await WriteAsync(new TurnWrite { Members = [bare] });

        ShouldBeSame(await MemberAsync(5), bare);
        (await MemberAsync(6)).ShouldBeNull();
    }

    [Theory, InlineData(0), InlineData(1), InlineData(65_536)]
    public async Task A_document_of_any_size_comes_back_byte_by_byte(int size)
    {
        var document = Enumerable.Range(0, size).Select(i => (byte)(i * 31)).ToArray();

        await WriteAsync(new TurnWrite { Members = [Member(5, document: document)], Events = [Event(5, data: document)] });

        (await MemberAsync(5)).ShouldNotBeNull().Document.ShouldBe(document);
        (await Store.EventsAsync(5, CancellationToken.None)).Single().Data.ShouldBe(document);
    }

    [Fact]
    public async Task Instants_are_kept_to_the_millisecond_rounded_down()
    {
        var due = Noon + Duration.FromNanoseconds(1_999_999);

        await WriteAsync(new TurnWrite { Members = [Member(5, due: due), Member(6, due: Instant.FromUtc(1969, 12, 31, 0, 0))] });

        (await MemberAsync(5))!.DueAt.ShouldBe(Noon + Duration.FromMilliseconds(1));
        (await MemberAsync(6))!.DueAt.ShouldBe(Instant.FromUtc(1969, 12, 31, 0, 0));
    }

    [Fact]
    public async Task Events_come_back_in_the_order_they_happened()
    {
        await WriteAsync(new TurnWrite { Members = [Member(5)], Events = [Event(5, 1, 1), Event(5, 1, 0, []), Event(-5, 9, 0)] });
        await WriteAsync(new TurnWrite { Members = [Member(5, 2)], Events = [new EventRow(5, 2, 0, Noon, "还款 ✅", [7])] });

        var events = await Store.EventsAsync(5, CancellationToken.None);

        events.Select(e => (e.Version, e.N)).ShouldBe([(1, 0), (1, 1), (2, 0)]);
        events[0].Data.ShouldBeEmpty();
        (events[2].At, events[2].Kind, events[2].Data[0]).ShouldBe((Noon, "还款 ✅", (byte)7));
    }

    [Fact]
    public async Task Dead_letters_come_back_newest_first()
    {
        var first = new DeadLetter(Noon, 5, 1L << 40, "text", "R4", "FormatException at Money.Read");
        var second = new DeadLetter(Noon, -6, null, "wake", null, "InvalidOperationException");

        await WriteAsync(new TurnWrite { DeadLetters = [first, second] });

        (await Store.DeadLettersAsync(10, CancellationToken.None)).Select(letter => letter with { Id = 0 }).ShouldBe([second, first]);
        (await Store.DeadLettersAsync(1, CancellationToken.None)).Select(letter => letter with { Id = 0 }).ShouldBe([second]);
    }
}
