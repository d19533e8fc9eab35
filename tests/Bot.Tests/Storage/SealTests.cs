using System.Text;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

/// <summary>What is said of a person cannot be read in the file without the key, and is read as before with it.</summary>
public sealed class SealTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly byte[] Old = Key(1), New = Key(2);
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("{\"said\":\"花呗欠款八千三百\"}");

    private readonly StoreFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public void What_is_closed_is_opened_by_every_key_of_the_ring()
    {
        var cell = new Seal([Old]).Close("members", 5, Words);

        cell.AsSpan().IndexOf(Words.AsSpan(0, 8)).ShouldBe(-1);
        new Seal([New, Old]).Open("members", 5, cell).ShouldBe(Words);
        new Seal([New, Old]).Open("members", 5, Words).ShouldBe(Words, "written before the first key");
        new Seal([Old]).Close("members", 5, Words).ShouldNotBe(cell);
        new Seal([Old]).Open("members", 5, new Seal([Old]).Close("members", 5, [])).ShouldBeEmpty();
    }

    [Fact]
    public void A_cell_of_another_person_or_table_or_with_one_bit_changed_is_refused()
    {
        var seal = new Seal([Old]);
        var cell = seal.Close("members", 5, Words);

        Should.Throw<StoreException>(() => seal.Open("members", 6, cell)).Message.ShouldContain("chat 6 was changed from outside");
        Should.Throw<StoreException>(() => seal.Open("events", 5, cell));
        for (var at = 5; at < cell.Length; at++)
        {
            cell[at] ^= 1;
            Should.Throw<StoreException>(() => seal.Open("members", 5, cell));
            cell[at] ^= 1;
        }

        seal.Open("members", 5, cell).ShouldBe(Words);
    }

    [Fact]
    public async Task Documents_events_and_outbox_are_sealed_on_the_disk_and_read_as_they_were()
    {
        await using (var store = await OpenAsync(Old))
        {
            var turned = await WriteAsync(store, 5);
            turned.Outbox[0].Body.ShouldBe(Words, "the sender gets what was decided");
            FileHoldsWords().ShouldBeFalse();
        }

        await using var again = await OpenAsync(Old);
        await ShouldHoldAsync(again, 5);
        (await WriteAsync(again, 5, version: 2)).Result.ShouldBe(Words, "what the transaction loaded");
    }

    [Fact]
    public async Task Old_plain_cells_are_read_after_a_key_is_set_and_are_sealed_when_they_change()
    {
        await using (var plain = await file.OpenAsync())
        {
            await WriteAsync(plain, 5);
        }

        FileHoldsWords().ShouldBeTrue();
        await using var store = await OpenAsync(New);
        await ShouldHoldAsync(store, 5);
        await WriteAsync(store, 5, version: 2);
        Seal.IdOf(await CellAsync(5)).ShouldBe(new Seal([New]).CurrentId);
    }

    [Fact]
    public async Task After_a_change_of_keys_the_new_one_writes_and_both_are_needed()
    {
        await using (var store = await OpenAsync(Old))
        {
            await WriteAsync(store, 5);
            await WriteAsync(store, 6);
        }

        await using (var store = await OpenAsync(New, Old))
        {
            await ShouldHoldAsync(store, 5);
            await WriteAsync(store, 5, version: 2);
            Seal.IdOf(await CellAsync(5)).ShouldBe(new Seal([New]).CurrentId);
            Seal.IdOf(await CellAsync(6)).ShouldBe(new Seal([Old]).CurrentId);
            await ShouldHoldAsync(store, 6);
        }

        await RefusedAsync(new Seal([New]));
        await RefusedAsync(new Seal([Old]));
        await using var looking = await Store.OpenToReadAsync(file.Path, new Seal([Old, New]), CancellationToken.None);
        await ShouldHoldAsync(looking, 5);
        await ShouldHoldAsync(looking, 6);
    }

    [Fact]
    public async Task A_wrong_key_or_none_is_one_clear_line_and_changes_nothing()
    {
        await using (var store = await OpenAsync(Old))
        {
            await WriteAsync(store, 5);
        }

        var before = await File.ReadAllBytesAsync(file.Path);
        foreach (var seal in (Seal[])[Seal.None, new Seal([New])])
        {
            (await RefusedAsync(seal)).ShouldContain($"is encrypted with key {new Seal([Old]).CurrentId}, which is not in Storage:Key");
            await Should.ThrowAsync<StoreException>(() => Store.OpenToReadAsync(file.Path, seal, CancellationToken.None));
        }

        (await File.ReadAllBytesAsync(file.Path)).ShouldBe(before);
    }

    internal static byte[] Key(byte n) => [.. Enumerable.Repeat(n, 32)];

    private Task<Store> OpenAsync(params byte[][] keys) => Store.OpenAsync(file.Path, new Seal(keys), CancellationToken.None);

    private async Task<string> RefusedAsync(Seal seal)
    {
        var refused = await Should.ThrowAsync<StoreException>(() => Store.OpenAsync(file.Path, seal, CancellationToken.None));
        refused.Message.Split('\n').Length.ShouldBe(1);
        refused.IsTransient.ShouldBeFalse();
        return refused.Message;
    }

    /// <returns>The document as the transaction found it.</returns>
    private static Task<Turned<byte[]?>> WriteAsync(Store store, long chat, long version = 1) => store.TurnAsync(
        new TurnRequest([chat], [], Noon),
        load => (
            new TurnWrite
            {
                Members = [new MemberRow(chat, version, Words, null, "active", "zh-Hans", "R4", null)],
                Events = [new EventRow(chat, version, 0, Noon, "answer", Words)],
                Outbox = [new OutboxRow(0, chat, 0, Words, Noon, null, null, 0, null)],
            },
            load.Members.GetValueOrDefault(chat)?.Document),
        CancellationToken.None);

    private static async Task ShouldHoldAsync(Store store, long chat)
    {
        (await store.MemberAsync(chat, CancellationToken.None))!.Document.ShouldBe(Words);
        (await store.EventsAsync(chat, CancellationToken.None))[0].Data.ShouldBe(Words);
        (await store.PendingAsync(0, 10, CancellationToken.None)).First(row => row.ChatId == chat).Body.ShouldBe(Words);
    }

    private async Task<byte[]> CellAsync(long chat)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file.Path};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT document FROM members WHERE chat_id = {chat}";
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    private bool FileHoldsWords() => new[] { file.Path, $"{file.Path}-wal" }.Where(File.Exists).Any(one =>
    {
        using var stream = new FileStream(one, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var all = new byte[stream.Length];
        stream.ReadExactly(all);
        return all.AsSpan().IndexOf(Words) >= 0;
    });
}
