using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using Ontime.Emulator;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>
/// A broadcast from the admin's tap to the report, and beside it people who go through their first session: how long their taps take meanwhile, and
/// how many messages the fullest second saw. At the usual pace, at all that Telegram lets through, and with the limits off.
/// </summary>
internal static class Broadcast
{
    private const long Admin = 1_000_000_001;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromMinutes(30);

    public static async Task<int> RunAsync(int people, int many, int members)
    {
        // Of 30 messages a second a broadcast leaves five: two taps with an edit and a question each. At 30 it leaves nothing but what replies take first.
        var oneWhoTaps = new Taps(1, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(15));
        await SendAsync("25 a second", people, (25, 30), oneWhoTaps);
        await SendAsync("30 a second", people, (30, 30), oneWhoTaps);
        await SendAsync("limits off", many, (0, 0), new Taps(5, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(8)));
        await Counting.RunAsync(members);
        return 0;
    }

    private static async Task SendAsync(string pace, int people, (int Bulk, int All) limits, Taps taps)
    {
        await using var bots = await Bots.PrepareAsync(more: new Dictionary<string, string>
        {
            ["Admin__Ids"] = $"{Admin}",
            ["Delivery__BulkPerSecond"] = $"{limits.Bulk}",
            ["Delivery__PerSecond"] = $"{limits.All}",
        });
        await FillAsync(bots, people);
        bots.Start();
        await bots.CallsAsync("getUpdates", 1);
        await TapAsync(bots, taps, 1, taps.Warm);

        var admin = bots.Emulator.Person("Ada", Admin, "en");
        admin.Say("/broadcast\nen: <b>To all</b>: the coach rests tonight from two to three.");
        await admin.WaitFor(chat => chat.Button("Everybody") is not null);
        admin.Tap("Everybody");
        await admin.WaitFor(chat => chat.Button("Send it") is not null);

        var (before, _) = bots.Megabytes;
        using var end = new CancellationTokenSource();
        var tapping = TapAsync(bots, taps, 2, Timeout.InfiniteTimeSpan, end.Token);
        admin.Tap("Send it");

        // Who taps here has joined just now, and is left until the morning.
        await admin.WaitFor(chat => chat.FromBot.Any(message => message.Text.Split('\n').Contains($"Delivered: {people}")), Patience);
        await end.CancelAsync();
        var (after, most) = bots.Megabytes;

        var sent = bots.Emulator.Journal.CallsOf("sendMessage").Where(call => call.Chat <= people).ToList();
        var seconds = (sent.Max(call => call.Answered!.Value) - sent[0].Arrived).TotalSeconds;
        var copies = sent.GroupBy(call => call.Chat).Select(group => group.Count()).ToList();
        var edits = bots.Emulator.Journal.CallsOf("editMessageText").Count(call => call.Chat == Admin);
        var peak = bots.Emulator.Journal.PeakRate(Second, call => call.Method == "sendMessage" && call.Chat <= people);
        var all = bots.Emulator.Journal.PeakRate(Second, call => call.Method is "sendMessage" or "editMessageText");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pace}: {people:N0} people in {seconds:F1} s, {people / seconds:F1} a second, {peak} in the fullest second ({all} with replies); reached {copies.Count:N0}, at most {copies.Max()} copy; progress edited {edits} times; {before:F0} MB before, {after:F0} after, {most:F0} at most; refused {bots.Emulator.Refusals.Count}"));
        Machine.Report($"{pace}: tap → next question meanwhile", [.. await tapping]);
    }

    /// <summary>Each of them joins and taps, with a breath between two taps; who is not asked any more makes room for somebody new.</summary>
    private static async Task<IReadOnlyCollection<double>> TapAsync(Bots bots, Taps taps, int round, TimeSpan span, CancellationToken end = default)
    {
        var times = new ConcurrentBag<double>();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(end);
        over.CancelAfter(span);
        await Task.WhenAll(Enumerable.Range(1, taps.People).Select(async lane =>
        {
            for (var n = 0; !over.IsCancellationRequested; n++)
            {
                var walker = new Walker(bots.Emulator.Person("Lin", (round * 100_000_000L) + (lane * 1_000_000L) + n, "en"));
                await walker.BeginAsync();
                while (walker.Asked && !over.IsCancellationRequested)
                {
                    times.Add(await walker.TapAsync());
                    await Task.Delay(taps.Breath, CancellationToken.None);
                }
            }
        }));
        return times;
    }

    /// <summary>People of a month ago for whom it is noon, whenever this runs.</summary>
    private static async Task FillAsync(Bots bots, int people)
    {
        // The bot's own clock is the machine's.
#pragma warning disable RS0030
        var now = SystemClock.Instance.GetCurrentInstant();
#pragma warning restore RS0030
        var hours = 12 - now.InUtc().Hour;
        var zone = string.Create(CultureInfo.InvariantCulture, $"UTC{(hours < 0 ? '-' : '+')}{Math.Abs(hours):00}:00");
        await using var store = await Store.OpenAsync(bots.StorePath, CancellationToken.None);
        foreach (var chats in Enumerable.Range(1, people).Select(n => (long)n).Chunk(5_000))
        {
            foreach (var chat in chats)
            {
                bots.Emulator.Person("Lin", chat, "en").Met();
            }

            await store.TurnAsync(new TurnRequest(chats, [], now), _ => (new TurnWrite { Members = [.. chats.Select(Row)] }, 0), CancellationToken.None);
        }

        MemberRow Row(long chat)
        {
            var member = new Member
            {
                ChatId = chat, Version = 1, Language = Language.En, Zone = zone, HourAsked = true, Joined = now - Duration.FromDays(30), LastInput = now - Duration.FromDays(2),
            };
            return new MemberRow(chat, 1, MemberCodec.Write(member), null, "active", "en", "", member.LastInput.InUtc().Date);
        }
    }

    /// <param name="Warm">Before the clock runs: what the runtime compiles at the first taps is no part of the figures.</param>
    private sealed record Taps(int People, TimeSpan Breath, TimeSpan Warm);
}
