using NodaTime;
using Ontime.Emulator;

namespace Ontime.Bench.Soak;

/// <summary>The operator: figures every day, a broadcast and other dialogs now and then.</summary>
internal sealed class Office(EmulatorServer emulator, string dialogs)
{
    public const long Id = 77;
    private const int CastEvery = 4, ReloadEvery = 2, BackEvery = 14;

    private readonly Ontime.Emulator.Person _admin = emulator.Person("Ada", Id, "en");

    /// <summary>When something was said to all.</summary>
    public List<Instant> Casts { get; } = [];

    /// <summary>When another set of dialogs came into force.</summary>
    public List<Instant> Sets { get; } = [];

    public async Task WorkAsync(int day)
    {
        await _admin.SayAsync("/admin stats");
        await _admin.SayAsync("/admin errors");
        if (day % CastEvery == 0)
        {
            await _admin.SayAsync($"/broadcast\nen: Day {day}: the coach rests tonight.\nzh: 第 {day} 天：今晚休息。");
            await PressAsync("Everybody");
            await PressAsync("Send it");
            Casts.Add(emulator.Now);
        }

        if (day % BackEvery == 13)
        {
            await _admin.SayAsync("/admin reload back");
            await PressAsync("Put it in force");
        }
        else if (day % ReloadEvery == 1)
        {
            var words = Path.Combine(dialogs, "text", "en.yaml");
            await File.WriteAllTextAsync(words, (await File.ReadAllTextAsync(words)).TrimEnd('\n') + $"\n# Day {day}\n");
            await _admin.SayAsync("/admin reload");
            await PressAsync("Put it in force");
            Sets.Add(emulator.Now);
        }
    }

    private async Task PressAsync(string label)
    {
        await _admin.WaitFor(chat => chat.LastMessage?.Button(label) is not null || chat.Button(label) is not null);
        await _admin.TapAsync(label);
    }
}
