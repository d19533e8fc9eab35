using Microsoft.Data.Sqlite;
using Ontime.Bot.Tests;
using Ontime.Bot.Tests.Host;
using Ontime.Emulator;

namespace Ontime.Bot.Tests.Editions;

/// <summary>Which edition is in force after a start, and what it means for those inside.</summary>
public sealed class EditionTests
{
    private static readonly (string Old, string New) Help = ("house.help: |-\n", "house.help: |-\n  New words.\n");

    [Fact]
    public async Task A_start_with_new_files_puts_them_in_force_and_one_with_known_files_moves_nothing()
    {
        await using var run = await HostRun.PrepareAsync();
        DialogFiles.Write(run);
        (await StartedAsync(run)).ShouldBe((1, 1, null));
        (await StartedAsync(run)).ShouldBe((1, 1, null));

        DialogFiles.Write(run, Help);
        (await StartedAsync(run)).ShouldBe((2, 2, 1));

        DialogFiles.Write(run);
        (await StartedAsync(run, "New words.")).ShouldBe((2, 2, 1), "they were known");
        run.Log.All.ShouldContain("Edition 2 of the dialogs is in force, not the files of the folder (edition 1)");
    }

    [Fact]
    public async Task An_edition_this_program_cannot_use_gives_way_to_the_files_of_the_folder()
    {
        await using var run = await HostRun.PrepareAsync();
        DialogFiles.Write(run);
        await StartedAsync(run);
        MoveBehindItsBack(run.StorePath, DialogFiles.Changed(("do: [", "do: [unknown_to_this_program, ")));

        (await StartedAsync(run)).InForce.ShouldBe(1);
        run.Log.All.ShouldContain("Edition 2 of the dialogs does not fit this program");
    }

    [Fact]
    public async Task A_pointer_that_another_machine_moved_is_followed_by_the_next_turn_although_the_folder_holds_other_files()
    {
        await using var run = await HostRun.PrepareAsync();
        DialogFiles.Write(run);
        run.StartBot();
        var lin = await ConsentedAsync(run);
        await lin.SayAsync("/help");
        lin.Chat.FromBot.ShouldNotContain(message => message.Text.Contains("New words."));

        MoveBehindItsBack(run.StorePath, DialogFiles.Changed(Help));
        await lin.SayAsync("/help");

        await SaysAsync(lin, "New words.");
        await run.EndAsync();
    }

    [Fact]
    public async Task An_edition_that_cannot_be_read_is_waited_out_and_nothing_is_lost()
    {
        await using var run = await HostRun.PrepareAsync();
        DialogFiles.Write(run);
        run.StartBot();
        var lin = await ConsentedAsync(run);
        MoveBehindItsBack(run.StorePath, DialogFiles.Changed(("ask: {", "asks: {")));
        lin.Say("/help");
        await Until.TrueAsync(() => run.Log.All.Contains("Edition 2 of the dialogs cannot be read by this version of the program"), TimeSpan.FromSeconds(20));
        (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldNotBeEmpty();

        MoveBehindItsBack(run.StorePath, DialogFiles.Changed(Help));
        await Until.TrueAsync(
            () =>
            {
                run.Advance(NodaTime.Duration.FromSeconds(1));
                return lin.Chat.FromBot.Any(message => message.Text.Contains("New words."));
            },
            TimeSpan.FromSeconds(30));
        await run.EndAsync();
    }

    [Fact]
    public async Task What_one_edition_decided_is_said_in_its_words_under_the_next()
    {
        await using var run = await HostRun.PrepareAsync();
        DialogFiles.Write(run, (Help.Old, Help.New.Replace("New", "Old", StringComparison.Ordinal)));
        run.StartBot();
        var lin = await ConsentedAsync(run);
        run.Emulator.Faults.Next("sendMessage", 1, 1000, new Fault.ServerError());
        lin.Say("/help");
        await Until.TrueAsync(() => run.Emulator.Queue.Pending == 0, TimeSpan.FromSeconds(20));
        await run.StopBotAsync();
        run.Emulator.Faults.Clear();

        DialogFiles.Write(run, Help);
        run.StartBot();
        await SaysAsync(lin, "Old words.");
        await lin.SayAsync("/help");

        await SaysAsync(lin, "New words.");
        await run.EndAsync();
    }

    private static async Task<(int Editions, long? InForce, long? Before)> StartedAsync(HostRun run, string? help = null)
    {
        var polls = run.Emulator.Journal.CallsOf("getUpdates").Count;
        run.StartBot();
        await run.CallsAsync("getUpdates", polls + 1);
        if (help is not null)
        {
            var lin = await ConsentedAsync(run);
            await lin.SayAsync("/help");
            await SaysAsync(lin, help);
        }

        await run.StopBotAsync();
        return await DialogFiles.InStoreAsync(run);
    }

    private static async Task<Ontime.Emulator.Person> ConsentedAsync(HostRun run)
    {
        var lin = run.Emulator.Person("Lin", 1, "en");
        await lin.SayAsync("/start");
        await lin.TapAsync("Start");
        await lin.TapAsync(lin.LastMessage!, lin.LastMessage!.Keyboard[0][0].Data!);
        return lin;
    }

    private static Task<Ontime.Emulator.Chat> SaysAsync(Ontime.Emulator.Person person, string words) =>
        person.WaitFor(chat => chat.FromBot.Any(message => message.Text.Contains(words)));

    /// <summary>As another replica does it.</summary>
    private static void MoveBehindItsBack(string path, IReadOnlyDictionary<string, string> files)
    {
        using var other = new SqliteConnection($"Data Source={path};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        var content = EditionContent.Pack(files);
        command.CommandText = """
            INSERT INTO editions (hash, at, content) VALUES ($hash, 0, $content);
            UPDATE edition_in_force SET edition = (SELECT max(id) FROM editions);
            """;
        command.Parameters.AddWithValue("$hash", System.Security.Cryptography.SHA256.HashData(content));
        command.Parameters.AddWithValue("$content", content);
        command.ExecuteNonQuery();
    }
}
