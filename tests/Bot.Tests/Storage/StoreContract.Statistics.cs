using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Counts_add_up_over_turns_and_a_count_of_nothing_is_none()
    {
        await WriteAsync(new TurnWrite { Counted = new Dictionary<string, long> { ["people.active.en"] = 2, ["done.R4"] = 1 } });
        await WriteAsync(new TurnWrite { Counted = new Dictionary<string, long> { ["people.active.en"] = 1, ["done.R4"] = -1, ["人"] = 5 } });

        (await Store.Statistics.CountsAsync(CancellationToken.None))
            .ShouldBe(new Dictionary<string, long> { ["people.active.en"] = 3, ["人"] = 5 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_turn_that_fails_counts_nothing()
    {
        var write = new TurnWrite { Members = [Member(5, version: 9)], Counted = new Dictionary<string, long> { ["done.R4"] = 1 } };

        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(write));

        (await Store.Statistics.CountsAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_audit_is_read_newest_first()
    {
        AuditRow[] lines = [new(Noon, 900, "ban", 42, Refused: false), new(At(1), -(1L << 52), "button", null, Refused: true), new(At(2), 900, "stats", null, Refused: false)];
        await WriteAsync(new TurnWrite { Audit = lines[..2] });
        await WriteAsync(new TurnWrite { Audit = lines[2..] });

        (await AuditAsync()).ShouldBe([lines[2], lines[1], lines[0]]);
        (await Store.Statistics.AuditAsync(1, CancellationToken.None)).ShouldBe([lines[2]]);
    }

    [Fact]
    public async Task The_audit_keeps_what_an_admin_did_without_whom_it_was_about_once_they_are_erased()
    {
        await WriteAsync(new TurnWrite
        {
            Members = [Member(42), Member(900)],
            Audit = [new(Noon, 900, "ban", 42, Refused: false), new(Noon, 42, "admin", null, Refused: true), new(Noon, 43, "admin", null, Refused: true)],
        });

        await WriteAsync(new TurnWrite { Forgotten = [42, 900] });

        (await AuditAsync()).ShouldBe([new(Noon, 43, "admin", null, Refused: true), new(Noon, 900, "ban", null, Refused: false)]);
    }

    [Fact]
    public async Task What_was_refused_is_forgotten_in_time_and_what_was_done_is_not()
    {
        await WriteAsync(new TurnWrite { Audit = [new(Noon, 900, "ban", 42, Refused: false), new(Noon, 42, "admin", null, Refused: true)] });

        await Store.PruneAsync(Noon + Store.RefusedFor, CancellationToken.None);
        (await AuditAsync()).Count.ShouldBe(2);
        await Store.PruneAsync(Noon + Store.RefusedFor + Duration.FromMilliseconds(1), CancellationToken.None);

        (await AuditAsync()).Single().What.ShouldBe("ban");
    }

    [Fact]
    public async Task A_dead_letter_is_dropped_by_its_number_and_twice_is_no_fault()
    {
        await WriteAsync(new TurnWrite { DeadLetters = [new DeadLetter(Noon, 5, 1, "Said", "R4", "X"), new DeadLetter(Noon, 6, null, "Wake", null, "Y")] });
        var letters = await Store.DeadLettersAsync(9, CancellationToken.None);
        letters.Select(letter => letter.Id).ShouldBeUnique();

        await Store.Statistics.DropLetterAsync(letters[0].Id, CancellationToken.None);
        await Store.Statistics.DropLetterAsync(letters[0].Id, CancellationToken.None);

        (await Store.DeadLettersAsync(9, CancellationToken.None)).ShouldBe([letters[1]]);
    }

    private Task<IReadOnlyList<AuditRow>> AuditAsync() => Store.Statistics.AuditAsync(100, CancellationToken.None);
}
