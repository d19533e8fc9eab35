using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Ontime.Members;
using Ontime.Words;

namespace Ontime.Bench;

/// <summary>What a tap of the first session costs inside the process: the core, the two codecs and the words, without a store or a network.</summary>
internal static class Handling
{
    private const int Most = 60, Warm = 2_000;

    private static readonly Ontime.Person Lin = new(1, "Lin", "en");

    public static int Run(int sessions)
    {
        var dialogs = Published.Dialogs();
        var coach = new Coach(dialogs, new Operator(null, null, null));
        var renderer = new Renderer(dialogs);
        for (var n = 0; n < Warm; n++)
        {
            Walk(coach, renderer, new Costs());
        }

        var costs = new Costs();
        for (var n = 0; n < sessions; n++)
        {
            Walk(coach, renderer, costs);
        }

        costs.Print();
        return 0;
    }

    private static void Walk(Coach coach, Renderer renderer, Costs costs)
    {
        var now = Instant.FromUtc(2026, 9, 1, 4, 0);
        var turn = coach.Handle(null, new Input.Said(Lin, "/start", 1, now), now);
        for (var n = 0; n < Most && Next(turn) is { } data; n++)
        {
            now += Duration.FromSeconds(20);
            var (member, input) = (turn.Member, new Input.Tapped(Lin, data, 1, "1"));
            if (member is null)
            {
                turn = coach.Handle(member, input, now);
                continue;
            }

            var next = costs.Of("Coach.Handle", n, () => coach.Handle(member, input, now));
            var document = costs.Of("MemberCodec.Write", n, () => MemberCodec.Write(next.Member!));
            costs.Of("MemberCodec.Read", n, () => MemberCodec.Read(document, Kept.Of(next.Member!)));
            costs.Of("EffectCodec.Write", n, () => EffectCodec.Write(new Outgoing(next.Language, next.Effects)));
            costs.Of("Renderer.Render", n, () => next.Effects.Select(effect => Shown(effect) is { } message ? renderer.Render(next.Language, message) : null).ToList());
            turn = next;
        }
    }

    /// <summary>The button a person presses: the first of the question that came last; null: none was asked.</summary>
    private static string? Next(Turn turn)
    {
        var buttons = turn.Effects.Select(Shown).LastOrDefault(message => message is { Rows.Count: > 0 })?.Rows.SelectMany(row => row).ToList();
        return buttons is null ? null : (buttons.Find(button => button.Data.EndsWith(":~done", StringComparison.Ordinal)) ?? buttons[0]).Data;
    }

    private static Message? Shown(Effect effect) => effect switch
    {
        Effect.Say say => say.Message,
        Effect.Edit edit => edit.Message,
        _ => null,
    };

    private sealed class Costs
    {
        private readonly Dictionary<string, (Dictionary<int, List<long>> Ticks, long Bytes)> _parts = [];

        /// <param name="tap">Which of the session it is.</param>
        public T Of<T>(string part, int tap, Func<T> work)
        {
            var (bytes, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            var result = work();
            var took = Stopwatch.GetTimestamp() - began;
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            var (ticks, before) = _parts.GetValueOrDefault(part, ([], 0));
            _parts[part] = (ticks, before + bytes);
            ticks.TryAdd(tap, []);
            ticks[tap].Add(took);
            return result;
        }

        /// <summary>Of each tap the median, since others work on the machine; of those the mean.</summary>
        public void Print()
        {
            foreach (var (part, (ticks, bytes)) in _parts)
            {
                var median = ticks.Values.Average(took => took.Order().ElementAt(took.Count / 2)) * 1_000_000.0 / Stopwatch.Frequency;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part}: {median:F1} µs and {bytes / ticks.Values.Sum(took => took.Count):N0} bytes a tap"));
            }
        }
    }
}
