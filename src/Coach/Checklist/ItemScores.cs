using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>What each item earns.</summary>
internal static class ItemScores
{
    // A calendar in which a bill has no day.
    private const decimal DayMissing = 0.7m;

    // Ticked alone, it says that nothing is ticked.
    private const string NoneOfThem = "none";

    public static Score Of(Item item, IReadOnlyDictionary<string, Item> items, Standing standing) => item.Id switch
    {
        Item.BillCalendar => OfBills(item, standing),
        Item.PaymentRecord when NothingToRepay(items, standing) => Score.NotCounted,
        Item.AutoRepay when NothingToRepay(items, standing) => Score.NotCounted,
        Item.PaymentRecord => PaymentRecord.Score(items, standing),
        _ => OfAnswer(item, standing),
    };

    /// <summary>The person said that there is nothing to repay, and no bill in the calendar says otherwise.</summary>
    public static bool NothingToRepay(IReadOnlyDictionary<string, Item> items, Standing standing) =>
        standing.Bills == 0
        && items.TryGetValue(Item.BillCalendar, out var item)
        && standing.Answers.TryGetValue(item.Id, out var answer)
        && item.Shares.GetValueOrDefault(answer.Option) is Share.Of;

    /// <summary>What an answer earns, several ticks made one.</summary>
    public static Share ShareOf(Item item, Answer answer) => item.Combine switch
    {
        _ when answer.Option == Answer.Skipped => new Share.None(),
        Combine.ByCount byCount => Counted(item, byCount, Ticks(answer)),
        Combine.ByWorst => Worst(item, Ticks(answer)),
        _ => item.Shares.GetValueOrDefault(answer.Option) ?? new Share.None(),
    };

    /// <summary>The gates that an answer keeps standing, by option.</summary>
    public static IReadOnlyList<HeldGate> GatesOf(Item item, Answer answer)
    {
        if (item.Gates.Count == 0)
        {
            return [];
        }

        var gates = new List<HeldGate>();
        foreach (var option in Ticks(answer))
        {
            if (item.Gates.TryGetValue(option, out var gate))
            {
                gates.Add(new HeldGate(item.Id, option, gate.Cap));
            }
        }

        return gates;
    }

    private static Score OfAnswer(Item item, Standing standing)
    {
        if (!standing.Answers.TryGetValue(item.Id, out var answer))
        {
            return Score.Unanswered;
        }

        return ShareOf(item, answer) switch
        {
            Share.Of share => new Score(Counted: true, share.Value, Fading.Weight(item, answer, standing.Now), answer.Option, answer.At),
            Share.NotApplicable => Score.NotCounted,
            _ => Score.Unanswered,
        };
    }

    private static Score OfBills(Item item, Standing standing)
    {
        var answer = standing.Answers.GetValueOrDefault(item.Id);
        if (answer?.Option == Answer.Skipped)
        {
            answer = null;
        }

        var weight = answer is null ? 1 : Fading.Weight(item, answer, standing.Now);
        return (standing.Bills, answer) switch
        {
            (0, null) => Score.Unanswered,
            (0, _) => Known(item.Shares.GetValueOrDefault(answer.Option) is Share.Of share ? share.Value : 0),
            _ => Known(standing.BillsWithDay >= standing.Bills ? 1 : DayMissing),
        };

        Score Known(decimal share) => new(Counted: true, share, weight, answer?.Option, answer?.At);
    }

    private static Share Counted(Item item, Combine.ByCount byCount, IReadOnlyList<string> ticks)
    {
        // "decline" and its like stand alone, with a share of their own.
        if (ticks.Select(tick => item.Shares.GetValueOrDefault(tick)).FirstOrDefault(share => share is not (null or Share.None)) is { } alone)
        {
            return alone;
        }

        var count = ticks.Count(tick => tick != NoneOfThem);
        var reached = byCount.Steps.Where(step => count >= step.AtLeast).ToList();
        return reached.Count == 0 ? new Share.None() : new Share.Of(reached.MaxBy(step => step.AtLeast).Share);
    }

    private static Share Worst(Item item, IReadOnlyList<string> ticks)
    {
        var shares = ticks.Select(tick => item.Shares.GetValueOrDefault(tick)).OfType<Share>().ToList();
        return shares.OfType<Share.Of>().MinBy(share => share.Value) ?? shares.FirstOrDefault() ?? new Share.None();
    }

    private static IReadOnlyList<string> Ticks(Answer answer) => answer.Many ?? [answer.Option];
}
