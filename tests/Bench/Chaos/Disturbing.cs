using NodaTime;
using Ontime.Emulator;

namespace Ontime.Bench.Chaos;

/// <summary>What is done to a house besides a bad line: kills, and now and then something else before them.</summary>
internal sealed class Disturbing(House house, Calm calm, Random dice)
{
    private static readonly TimeSpan BeyondTheLease = TimeSpan.FromSeconds(11.5);

    /// <summary>What passes when the clock is set; reminders of all kinds fall due.</summary>
    private static readonly Duration[] Passing = [Duration.FromMinutes(20), Duration.FromHours(7), Duration.FromDays(1), Duration.FromHours(30), Duration.FromDays(3)];

    /// <param name="stuck">True: somebody waits for ever, and it is of no use to go on.</param>
    public async Task RunAsync(int kills, Func<bool> stuck)
    {
        using var over = new CancellationTokenSource();
        var (passing, every) = (Task.CompletedTask, Math.Clamp(kills / 14, 2, 15));
        for (var kill = 1; kill <= kills && !stuck() && !passing.IsFaulted; kill++)
        {
            await Task.Delay(dice.Next(0, 700));
            if (dice.Next(8) > 0)
            {
                // Else it is killed at its start.
                await house.StartedAsync();
                await Task.Delay(dice.Next(1000));
                await house.WorksAsync(dice.Next(calm.People));
            }

            if (kill % every == 0 && passing.IsCompleted)
            {
                passing = calm.PassAsync(Passing[dice.Next(Passing.Length)], over.Token);
            }

            await AskewAsync();
            await house.KillAsync(leader: dice.Next(4) == 0, dice);
            if (kill % 50 == 0)
            {
                Console.WriteLine($"… {kill} of {kills} kills");
            }
        }

        while (!passing.IsCompleted && !stuck())
        {
            await Task.Delay(100);
        }

        if (stuck())
        {
            await over.CancelAsync();
        }

        await passing.ConfigureAwait(stuck() ? ConfigureAwaitOptions.SuppressThrowing : ConfigureAwaitOptions.None);
    }

    /// <summary>What calls do not meet by chance: polls and sends that are never answered, webhook answers that are lost, and the database.</summary>
    private Task AskewAsync() => dice.Next(house.Shared ? 16 : 8) switch
    {
        0 => HalfOpenAsync("sendMessage", dice.Next(500)),
        1 when !house.Shared => HalfOpenAsync("getUpdates", dice.Next(2) == 0 ? 6500 : 500),
        1 or 2 or 3 when house.Shared => LoseAsync(),
        8 => house.SleepAsync(BeyondTheLease),
        9 => house.CutAsync(BeyondTheLease),
        10 => house.RestartDatabaseAsync(immediate: false),
        11 => house.RestartDatabaseAsync(immediate: true),
        _ => Task.CompletedTask,
    };

    private Task HalfOpenAsync(string method, int milliseconds)
    {
        house.Emulator.Faults.Next(method, new Fault.HalfOpen());
        return Task.Delay(milliseconds);
    }

    private Task LoseAsync()
    {
        house.Emulator.Webhook.LoseAnswers += 3;
        return Task.CompletedTask;
    }
}
