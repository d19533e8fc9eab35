using NodaTime;
using Ontime.Storage;
using Ontime.Storage.Backups;

namespace Ontime.Bot.Tests.Storage;

/// <content>A backup of any engine is a file of one kind.</content>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_backup_holds_everything_and_becomes_a_store_again()
    {
        await WriteAsync(new TurnWrite
        {
            Members = [Member(5, due: Noon), Member(6)],
            Events = [Event(5), Event(5, n: 1, data: [7, 8])],
            Outbox = [Out(5, 9, "bill"), Out(6, 10)],
            Handled = [70, 71],
            DeadLetters = [new DeadLetter(Noon, 6, 71, "Said", "R4", "at home")],
            Delivered = Deliveries.None,
        });
        await Store.RecordAsync(Deliveries.None with { Posts = [new PostRow(5, "q", 77)] }, CancellationToken.None);
        var (edition, _) = await Store.AddEditionAsync([1, 2], Noon, CancellationToken.None);
        await Store.MoveEditionAsync(edition, CancellationToken.None);
        await Store.ClaimAsync(42, CancellationToken.None);
        using var target = new StoreFile();
        var file = Path.Combine(target.Directory, "backup.db");

        await Store.BackupAsync(file, replace: false, CancellationToken.None);
        await WriteAsync(new TurnWrite { Members = [Member(5, 2)] });
        var restored = await Store.RestoreAsync(target.Path, new RestoreOrder(file, Store.Seal, null, 42), CancellationToken.None);

        restored.ShouldBe(new Restored(2, 0, null));
        await using var again = await Store.OpenAsync(target.Path, Store.Seal, CancellationToken.None);
        ShouldBeSame(await again.MemberAsync(5, CancellationToken.None), Member(5, due: Noon));
        (await again.EventsAsync(5, CancellationToken.None)).Select(row => row.Data).ShouldBe([[4], [7, 8]]);
        var pending = await again.PendingAsync(0, 10, CancellationToken.None);
        pending.Select(row => (row.ChatId, row.Body[0], row.About)).ShouldBe([(5, 9, "bill"), (6, 10, null)]);
        (await again.PostsAsync(5, CancellationToken.None)).ShouldBe([new PostRow(5, "q", 77)]);
        (await again.DeadLettersAsync(10, CancellationToken.None)).ShouldHaveSingleItem().Fault.ShouldBe("at home");
        (await again.CurrentEditionAsync(CancellationToken.None)).ShouldBe(edition);
        (await again.EditionAsync(edition, CancellationToken.None))!.Content.ShouldBe([1, 2]);
        (await again.TurnAsync(new TurnRequest([], [70, 72], Noon), load => (new TurnWrite(), load.Fresh.Single()), CancellationToken.None)).Result.ShouldBe(72);
        await Should.ThrowAsync<StoreException>(() => again.ClaimAsync(43, CancellationToken.None));
        again.ForgottenBy.ShouldBe(Store.ForgottenBy);
        var written = await again.TurnAsync(new TurnRequest([6], [], Noon), _ => (new TurnWrite { Outbox = [Out(6)] }, 0), CancellationToken.None);
        written.Outbox[0].Id.ShouldBeGreaterThan(pending[^1].Id, "an id that was given before the backup is not given again");
    }

    [Fact]
    public async Task A_backup_taken_while_turns_run_is_of_one_moment()
    {
        using var target = new StoreFile();
        using var enough = new CancellationTokenSource();
        var turning = Task.Run(async () =>
        {
            for (var version = 1L; !enough.IsCancellationRequested; version++)
            {
                await WriteAsync(new TurnWrite { Members = [Member(1, version), Member(2, version)], Events = [Event(1, version), Event(2, version)] });
            }
        });
        for (var n = 0; n < 5; n++)
        {
            var file = Path.Combine(target.Directory, $"{n}.db");
            await Store.BackupAsync(file, replace: false, CancellationToken.None);
            await Store.RestoreAsync(target.Path, new RestoreOrder(file, Store.Seal, null, null), CancellationToken.None);
            await using var of = await Store.OpenToReadAsync(target.Path, Store.Seal, CancellationToken.None);
            var versions = new List<long>();
            foreach (var chat in (long[])[1, 2])
            {
                versions.Add((await of.MemberAsync(chat, CancellationToken.None))?.Version ?? 0);
                (await of.EventsAsync(chat, CancellationToken.None)).Count.ShouldBe((int)versions[^1]);
            }

            versions[0].ShouldBe(versions[1]);
        }

        await enough.CancelAsync();
        await turning;
    }

    [Fact]
    public async Task Who_was_forgotten_is_told_by_hash_until_it_is_listed()
    {
        await WriteAsync(new TurnWrite { Members = [Member(5)] });
        await WriteAsync(new TurnWrite { Forgotten = [5] }, Noon);

        var row = (await Store.ForgottenAsync(unlisted: true, CancellationToken.None)).ShouldHaveSingleItem();
        row.At.ShouldBe(Noon);
        row.Hash.Length.ShouldBe(16);

        await Store.ListedAsync([row], CancellationToken.None);
        (await Store.ForgottenAsync(unlisted: true, CancellationToken.None)).ShouldBeEmpty();
        (await Store.ForgottenAsync(unlisted: false, CancellationToken.None)).Count.ShouldBe(1);

        await WriteAsync(new TurnWrite { Members = [Member(5)] });
        await WriteAsync(new TurnWrite { Forgotten = [5] }, Noon + Duration.FromDays(1));
        var again = (await Store.ForgottenAsync(unlisted: true, CancellationToken.None)).ShouldHaveSingleItem();
        again.Hash.ShouldBe(row.Hash);
        await Store.ListedAsync([row], CancellationToken.None);
        (await Store.ForgottenAsync(unlisted: true, CancellationToken.None)).Count.ShouldBe(1, "the newer moment is not in the list");
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_unless_it_is_told_to()
    {
        using var target = new StoreFile();
        var file = Path.Combine(target.Directory, "backup.db");
        await File.WriteAllTextAsync(file, "somebody's");

        (await Should.ThrowAsync<StoreException>(() => Store.BackupAsync(file, replace: false, CancellationToken.None))).Message.ShouldContain("is there already");
        (await File.ReadAllTextAsync(file)).ShouldBe("somebody's");

        await Store.BackupAsync(file, replace: true, CancellationToken.None);
        await Store.RestoreAsync(target.Path, new RestoreOrder(file, Store.Seal, null, null), CancellationToken.None);
        Directory.GetFiles(target.Directory).ShouldBe([file], "nothing unfinished is left");
    }
}
