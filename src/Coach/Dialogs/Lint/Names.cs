namespace Ontime.Dialogs;

/// <summary>What a dialog names and C# binds: facts, actions, picks and lists; and what a guard asks of other steps.</summary>
internal static class Names
{
    public static IEnumerable<Fault> Check(DialogSet set, Bound bound) =>
        set.Steps().SelectMany(pair => Of(set, pair.Step, bound).Select(sentence => set.Fault(pair.Step, sentence)));

    private static IEnumerable<string> Of(DialogSet set, Step step, Bound bound) =>
    [
        .. step.When.SelectMany(guard => Guard(set, guard, bound)),
        .. step.Hide.Keys.Where(fact => !bound.Facts.Contains(fact)).Select(fact => Unknown("fact", fact, bound.Facts)),
        .. step.Do.Where(action => !bound.Actions.Contains(action)).Select(action => Unknown("action", action, bound.Actions)),
        .. step.Doing is Doing.Call { Pick: { } pick } && !bound.Picks.Contains(pick) ? [Unknown("pick", pick, bound.Picks)] : Array.Empty<string>(),
        .. step.Ask()?.From is { } list && !bound.Lists.Contains(list) ? [Unknown("list", list, bound.Lists)] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Guard(DialogSet set, Guard guard, Bound bound) => guard switch
    {
        Guard.Fact fact when !bound.Facts.Contains(fact.Name) => [Unknown("fact", fact.Name, bound.Facts)],
        Guard.Known known when set.Find(known.Step)?.Ask() is null => [$"when asks for “{known.Step}”, which is no question"],
        Guard.Answered answered when set.Find(answered.Step)?.Ask() is not { } ask => [$"when asks for “{answered.Step}”, which is no question"],
        Guard.Answered answered => answered.Options.Except(set.Find(answered.Step)!.Ask()!.Options)
            .Select(option => $"when asks whether {answered.Step} is “{option}”, which is none of its options"),
        _ => [],
    };

    private static string Unknown(string kind, string name, IReadOnlySet<string> known) =>
        $"no {kind} is called “{name}”; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}";
}
