using System.Diagnostics;

namespace Ontime.Bench;

/// <summary>What an admin waits for: the figures, and how many a broadcast would reach.</summary>
internal static class Desk
{
    private const long Admin = 700_000_000;
    private const int Rounds = 5;
    private static readonly string[] Parts = ["stats", "stats checklist", "stats reminders"];

    public static async Task MeasureAsync(string what, Dictionary<string, string> environment)
    {
        await using var bots = await Bots.PrepareAsync(more: new Dictionary<string, string>(environment) { ["Admin__Ids"] = $"{Admin}" });
        bots.Start();
        await bots.CallsAsync("getUpdates", 1);
        var admin = bots.Emulator.Person("Ada", Admin, "en");
        foreach (var part in Parts)
        {
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var before = admin.Chat.FromBot.Count;
                var began = Stopwatch.GetTimestamp();
                admin.Say($"/admin {part}");
                await admin.WaitFor(chat => chat.FromBot.Count > before);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            Machine.Report($"{what}: /admin {part}", times);
        }

        admin.Say("/broadcast\nen: <b>To all</b>: the coach rests tonight from two to three.");
        await admin.WaitFor(chat => chat.Button("Everybody") is not null);
        var counting = Stopwatch.GetTimestamp();
        admin.Tap("Everybody");
        await admin.WaitFor(chat => chat.Button("Send it") is not null, TimeSpan.FromMinutes(2));
        Machine.Report($"{what}: the dry count of a broadcast to everybody", [Stopwatch.GetElapsedTime(counting).TotalMilliseconds]);
        await bots.EndAsync();
    }
}
