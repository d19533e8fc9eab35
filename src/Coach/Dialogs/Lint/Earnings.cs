using Ontime.Checklist;

namespace Ontime.Dialogs;

/// <summary>Points: 100 in all and each pillar its own, and a share for every option that counts.</summary>
internal static class Earnings
{
    private const int All = 100;

    public static IEnumerable<Fault> Check(DialogSet set)
    {
        if (set.Rules.Pillars.Sum(pillar => pillar.Points) is var sum && sum != All)
        {
            yield return new Fault("index.yaml", 0, null, $"the pillars are worth {sum} together; make it {All}");
        }

        foreach (var pillar in set.Rules.Pillars)
        {
            if (set.Items.Values.Where(item => item.Pillar == pillar.Id).Sum(item => item.Points) is var points && points != pillar.Points)
            {
                yield return new Fault("index.yaml", 0, null, $"the items of {pillar.Id} have {points} points and the pillar {pillar.Points}; change one of the two");
            }
        }

        foreach (var (_, step) in set.Steps())
        {
            if (step.Item is not { Points: > 0 } item)
            {
                continue;
            }

            if (set.Rules.Pillars.All(pillar => pillar.Id != item.Pillar))
            {
                yield return set.Fault(step, $"no pillar is called “{item.Pillar}”; index.yaml has {string.Join(", ", set.Rules.Pillars.Select(pillar => pillar.Id))}");
            }

            foreach (var option in Counted(step.Ask(), item).Where(option => !item.Shares.ContainsKey(option)))
            {
                yield return set.Fault(step, $"the option “{option}” has no share; say what it earns, or unknown, declined, na");
            }
        }
    }

    private static IReadOnlyList<string> Counted(Ask? ask, Item item) => ask switch
    {
        { Kind: AskKind.Choice or AskKind.YesNo or AskKind.Percent or AskKind.Months or AskKind.PerWeek or AskKind.Count } => ask.Options,
        { Kind: AskKind.Many or AskKind.Categories } when item.Combine is not Combine.ByCount => ask.Options,
        _ => [],
    };
}
