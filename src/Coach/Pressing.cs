using Ontime.Dialogs;
using Ontime.Plan;

namespace Ontime;

/// <summary>What a button leads to, by the first letter of its data. Every family has its own fence.</summary>
internal static class Pressing
{
    /// <returns>A line that passes by, or null.</returns>
    public static Line? Handle(Talk talk, string data)
    {
        switch (data)
        {
            case ['q', ..]:
                return Taps.Press(talk, data);
            case ['u', ..]:
                return Undos.Press(talk, data);
            case ['d', ..]:
                return Bills.Deeds.Press(talk, data);
            case ['p', ..]:
                return Reminded.Press(talk, data);
            case ['c', ':', .. var command]:
                talk.Effects.Add(new Effect.Strip("n", talk.TappedMessage));
                Commands.Run(talk, $"/{command}");
                return null;
            default:
                // A stranger's button pressed again after joining, a forged one, or one of a program that has gone.
                return Taps.Stale(talk);
        }
    }
}
