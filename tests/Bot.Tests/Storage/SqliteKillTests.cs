using System.Diagnostics;
using NodaTime;
using Ontime.Storage;
using Ontime.Storage.Sqlite;

namespace Ontime.Bot.Tests.Storage;

/// <summary>A real process that is killed in the middle of a transaction: this assembly again, running one explicit test.</summary>
public sealed class SqliteKillTests : IDisposable
{
    private readonly StoreFile file = new();

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData("decided", SqliteKillVictim.LastTurn - 1)]
    [InlineData("written", SqliteKillVictim.LastTurn - 1)]
    [InlineData("committed", SqliteKillVictim.LastTurn)]
    public async Task A_killed_process_leaves_whole_turns_and_no_lock(string point, int turns)
    {
        var (code, output) = await RunVictimAsync(point);
        code.ShouldBe(OperatingSystem.IsWindows() ? -1 : 128 + 9, output);

        await using var store = (SqliteStore)await file.OpenAsync();
        (await store.Writer.RunAsync(s => s.Scalar("PRAGMA integrity_check"), CancellationToken.None)).ShouldBe("ok");
        for (var chat = 1; chat <= SqliteKillVictim.MembersATurn; chat++)
        {
            (await store.MemberAsync(chat, CancellationToken.None)).ShouldNotBeNull().Version.ShouldBe(turns);
            (await store.EventsAsync(chat, CancellationToken.None)).Count.ShouldBe(turns);
        }

        (await store.PendingAsync(0, 1000, CancellationToken.None)).Count.ShouldBe(turns * SqliteKillVictim.MembersATurn);
        var fresh = await store.TurnAsync(
            new TurnRequest([], [1, 2, 3, 4, 5], Instant.MinValue), load => (new TurnWrite(), load.Fresh.Min()), CancellationToken.None);
        fresh.Result.ShouldBe(turns + 1);
    }

    [Fact]
    public async Task A_second_process_is_refused()
    {
        await using var store = await file.OpenAsync();

        var (code, output) = await RunVictimAsync("never");

        code.ShouldNotBe(0);
        output.ShouldContain($"The store {file.Path} is in use by another process");
    }

    private async Task<(int Code, string Output)> RunVictimAsync(string point)
    {
        var method = $"{typeof(SqliteKillVictim).FullName}.{nameof(SqliteKillVictim.Runs_until_it_is_killed)}";
        string[] arguments = ["exec", typeof(SqliteKillTests).Assembly.Location, "-explicit", "only", "-method", method];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [SqliteKillVictim.PathVariable] = file.Path, [SqliteKillVictim.PointVariable] = point },
        };
        using var victim = Process.Start(start)!;
        var output = victim.StandardOutput.ReadToEndAsync();
        var error = victim.StandardError.ReadToEndAsync();
        await victim.WaitForExitAsync();
        return (victim.ExitCode, await output + await error);
    }
}

/// <summary>What the child does. It owns nothing that a kill would leave behind.</summary>
public sealed class SqliteKillVictim
{
    internal const string PathVariable = "ONTIME_TEST_STORE", PointVariable = "ONTIME_TEST_DIES_AT";
    internal const int LastTurn = 4, MembersATurn = 60;

    private static IEnumerable<long> Chats => Enumerable.Range(1, MembersATurn).Select(chat => (long)chat);

    [Fact(Explicit = true)]
    public async Task Runs_until_it_is_killed()
    {
        var path = Environment.GetEnvironmentVariable(PathVariable);
        Assert.SkipWhen(path is null, "Runs only as the child of SqliteKillTests.");
        var store = (SqliteStore)await Store.OpenAsync(path, CancellationToken.None);
        for (var turn = 1; turn <= LastTurn; turn++)
        {
            if (turn == LastTurn)
            {
                store.Crash = at =>
                {
                    if (at == Environment.GetEnvironmentVariable(PointVariable))
                    {
                        Process.GetCurrentProcess().Kill();
                    }
                };
            }

            await store.TurnAsync(new TurnRequest([.. Chats], [turn], Instant.MinValue), _ => (Write(turn), 0), CancellationToken.None);
        }
    }

    // Some 4 MB: more than SQLite's cache, so the dying turn has pages in the -wal file already.
    private static TurnWrite Write(int turn) => new()
    {
        Members = [.. Chats.Select(chat => new MemberRow(chat, turn, new byte[65_536], null, "", "", "", null))],
        Events = [.. Chats.Select(chat => new EventRow(chat, turn, 0, Instant.FromUnixTimeSeconds(0), "", []))],
        Outbox = [.. Chats.Select(chat => new OutboxRow(0, chat, 0, [], Instant.FromUnixTimeSeconds(0), null, null, 0, null))],
        Handled = [turn],
    };
}
