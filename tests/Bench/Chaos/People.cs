using NodaTime;
using Ontime.Storage;

namespace Ontime.Bench.Chaos;

/// <summary>Everybody who walks: a quarter of them clerks, a quarter speaks Chinese.</summary>
internal sealed class People
{
    private readonly House _house;
    private readonly int _seed;
    private readonly List<Clerk> _clerks = [];
    private readonly List<Wanderer> _wanderers = [];

    public People(House house, Rest rest, int number, int seed)
    {
        (_house, _seed) = (house, seed);

        // By webhook the flood guard lets two a second pass: it does not know what has been answered.
        var pace = TimeSpan.FromMilliseconds(Math.Max(house.Shared ? 600 : 150, number * 5));
        Diaries = [.. Enumerable.Range(1, number).Select(n => DiaryOf(n))];
        foreach (var diary in Diaries)
        {
            var n = (int)diary.Person.Id;
            if (n % 4 == 1)
            {
                _clerks.Add(new Clerk(diary, rest, Dice(seed, n), pace, () => house.Clock.Now.InUtc().Date));
            }
            else
            {
                _wanderers.Add(new Wanderer(diary, rest, Dice(seed, n), IsChinese(n), pace));
            }
        }
    }

    public IReadOnlyList<Diary> Diaries { get; }

    /// <summary>What was told by clerks and has been looked up.</summary>
    public int Facts => _clerks.Sum(clerk => clerk.Facts);

    /// <summary>Who set one more thing after the end.</summary>
    public int WentOn { get; private set; }

    public List<Task> Begin(CancellationToken enough) =>
        [.. _clerks.Select(clerk => clerk.WorkAsync(enough)), .. _wanderers.Select(wanderer => wanderer.WalkAsync(enough))];

    /// <summary>Everybody has one more question answered.</summary>
    /// <returns>Who was not, and the facts of clerks that are not as they were told.</returns>
    public async Task<List<string>> GoOnAsync(Calm calm)
    {
        await using var store = await _house.LookAsync();
        var asked = new List<(long Who, Task<LocalTime?> Hour)>();
        foreach (var diary in Diaries)
        {
            var who = diary.Person.Id;
            asked.Add((who, GoingOn.AskAsync(diary, await store.MemberAsync(who, CancellationToken.None) is not null, Dice(_seed, (int)who))));
        }

        await Task.WhenAll(asked.Select(one => one.Hour));
        await calm.ComesAsync(CancellationToken.None);
        return await StuckAsync(store, asked);
    }

    private async Task<List<string>> StuckAsync(Store store, List<(long Who, Task<LocalTime?> Hour)> asked)
    {
        List<string> problems = [];
        foreach (var (who, asking) in asked)
        {
            var hour = await asking;
            var stuck = await GoingOn.CheckAsync(store, who, hour);
            problems.AddRange(stuck is null ? [] : [stuck]);
            WentOn += stuck is null ? 1 : 0;
        }

        foreach (var clerk in _clerks)
        {
            problems.AddRange(await clerk.AuditAsync(store));
        }

        return problems;
    }

    private Diary DiaryOf(int n)
    {
        var code = IsChinese(n) ? "zh-hans" : "en";
        return new Diary(_house.Emulator.Person("Lin", n, code), code, () => _house.Clock.Now, lines: _house.Shared);
    }

    private static bool IsChinese(int n) => n % 4 == 0;

#pragma warning disable RS0030 // A seed is given.
    private static Random Dice(int seed, int n) => new(unchecked((seed * 7919) + n));
#pragma warning restore RS0030
}
