namespace Ontime.Bot;

/// <summary>The outbox rows of a turn: one; but what can be taken back by itself is a row of its own.</summary>
internal static class Parted
{
    public static IEnumerable<IReadOnlyList<Effect>> Of(IEnumerable<Effect> effects)
    {
        var part = new List<Effect>();
        foreach (var effect in effects)
        {
            if (part.Count > 0 && (effect is Effect.Say { About: not null } || part is [Effect.Say { About: not null }]))
            {
                yield return part;
                part = [];
            }

            part.Add(effect);
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
