using System.Diagnostics;
using Ontime.Members;

namespace Ontime.Bot.Tests.Host;

/// <summary>The bot as a process of its own, killed with SIGKILL at every step of the way of an update.</summary>
public sealed class CrashTests
{
    public static TheoryData<string, int, string> Steps
    {
        get
        {
            var steps = new TheoryData<string, int, string>();
            foreach (var step in Enum.GetNames<CrashPoint>())
            {
                steps.Add(step, 1, Engine.Sqlite);
                steps.Add(step, 2, Engine.Sqlite);
                steps.Add(step, 1, Engine.Postgres);
            }

            // The tap's turn is three calls.
            steps.Add(nameof(CrashPoint.BeforeSend), 3, Engine.Sqlite);
            steps.Add(nameof(CrashPoint.BeforeSend), 4, Engine.Sqlite);
            steps.Add(nameof(CrashPoint.Sent), 3, Engine.Sqlite);
            steps.Add(nameof(CrashPoint.Sent), 4, Engine.Postgres);

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task B02_B03_B41_A_kill_loses_no_answer_and_counts_none_twice(string step, int time, string engine)
    {
        await using var run = await HostRun.PrepareAsync(engine: engine);
        run.Emulator.Allow("message is not modified");
        run.Emulator.Allow("query is too old");
        var lin = run.Emulator.Person("Lin", 1, "en");
        using var victim = Start(run, step, time);
        lin.Say("hello");
        var dies = victim.WaitForExitAsync();
        await Task.WhenAny(lin.WaitFor(chat => chat.LastMessage is not null), dies);
        if (lin.LastMessage is not null)
        {
            lin.Tap("Yes");
        }

        await dies.WaitAsync(TimeSpan.FromSeconds(20));
        victim.ExitCode.ShouldBe(128 + 9);

        await run.EndLeaseAsync();
        // What is left over is read back before the first poll.
        var polls = run.Emulator.Journal.CallsOf("getUpdates").Count;
        run.StartBot();
        await run.CallsAsync("getUpdates", polls + 1);
        await lin.WaitFor(chat => chat.LastMessage is not null);
        await lin.SettledAsync();
        if (lin.LastTap is null)
        {
            lin.Tap("Yes");
            await lin.SettledAsync();
        }

        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        var texts = lin.Chat.FromBot.Select(message => message.Text).ToList();
        texts.Count(text => text is "Question 1" or "Answered 1").ShouldBeInRange(1, 2);
        texts.Count(text => text == "Question 2").ShouldBeInRange(1, 2);
        texts.Count.ShouldBeLessThanOrEqualTo(4);
        run.Emulator.Refusals.ShouldBeEmpty();
        run.Emulator.Journal.Unanswered.ShouldBeEmpty();
        await using var store = await run.StoreAsync();
        var member = (await store.MemberAsync(1, CancellationToken.None))!.Member();
        (member.Asked, member.Answered).ShouldBe((2, 1));
        (await store.EventsAsync(1, CancellationToken.None)).Count.ShouldBe(1);
        (await store.PendingAsync(0, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    private static Process Start(HostRun run, string step, int time)
    {
        var method = $"{typeof(CrashVictim).FullName}.{nameof(CrashVictim.Runs_until_it_is_killed)}";
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(CrashTests).Assembly.Location, "-explicit", "only", "-method", method])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[CrashVictim.Order] = $"{run.Emulator.BaseUrl}|{run.Emulator.Token}|{run.StorePath}|{run.Postgres}|{step}|{time}";
        var victim = Process.Start(start)!;
        _ = victim.StandardOutput.ReadToEndAsync();
        _ = victim.StandardError.ReadToEndAsync();
        return victim;
    }
}

/// <summary>What <see cref="CrashTests"/> starts: this assembly again, running one explicit test.</summary>
public sealed class CrashVictim
{
    public const string Order = "ONTIME_TEST_VICTIM";

    [Fact(Explicit = true)]
    public async Task Runs_until_it_is_killed()
    {
        var order = Environment.GetEnvironmentVariable(Order)!.Split('|');
        var (step, left) = (Enum.Parse<CrashPoint>(order[4]), int.Parse(order[5]));
        CrashPoints.Listener = point =>
        {
            if (point == step && Interlocked.Decrement(ref left) == 0)
            {
                Process.GetCurrentProcess().Kill();
            }
        };
        await HostRun.RunVictimAsync(new Uri(order[0]), order[1], order[2], order[3]);
    }
}
