namespace Ontime.Bot;

/// <summary>
/// The outbox rows of a turn: one; but what can be taken back by itself is a row of its own, and what is for another chat comes last, each in its own.
/// </summary>
internal static class Parted
{
    public static IReadOnlyList<IReadOnlyList<Effect>> Of(IReadOnlyList<Effect> effects)
    {
        var (parts, part, tells) = (new List<IReadOnlyList<Effect>>(1), new List<Effect>(effects.Count), 0);
        foreach (var effect in effects)
        {
            if (effect is Effect.Tell)
            {
                tells++;
                continue;
            }

            if (part.Count > 0 && (effect is Effect.Say { About: not null } || part is [Effect.Say { About: not null }]))
            {
                parts.Add(part);
                part = [];
            }

            part.Add(effect);
        }

        if (part.Count > 0)
        {
            parts.Add(part);
        }

        return tells == 0 ? parts : [.. parts, .. effects.OfType<Effect.Tell>().Select(tell => (Effect[])[tell])];
    }
}
