namespace Ontime.Dialogs;

/// <summary>A card ticks off items, each tick standing for one of the item's own options.</summary>
internal static class Cards
{
    public static IEnumerable<Fault> Check(DialogSet set)
    {
        foreach (var (_, step) in set.Steps())
        {
            if (step.Ask() is not { Kind: AskKind.Card } card)
            {
                continue;
            }

            foreach (var item in card.Options)
            {
                var option = card.Sets.GetValueOrDefault(item, "yes");
                if (!set.Items.ContainsKey(item))
                {
                    yield return set.Fault(step, $"the card names “{item}”, which is no item of the checklist");
                }
                else if (set.Find(item)?.Ask()?.Options.Contains(option) != true)
                {
                    yield return set.Fault(step, $"a tick on {item} stands for “{option}”, which is none of its options; name one in “sets”");
                }
            }
        }
    }
}
