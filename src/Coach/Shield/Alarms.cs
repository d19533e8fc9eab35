using NodaTime;
using Ontime.Dialogs;

namespace Ontime.Shield;

/// <summary>What an alarm leads to. It comes before the open question, which is asked again afterwards.</summary>
internal static class Alarms
{
    private static readonly Duration Silence = Duration.FromDays(7);

    public static void Raise(Talk talk, Alarm alarm, long messageId)
    {
        talk.Happened(EventKinds.Alarm, ("kind", alarm.GetType().Name));
        switch (alarm)
        {
            case Alarm.Danger:
                // Nothing but the card for seven days; the person decides when it goes on.
                talk.Member = talk.Member with { QuietUntil = talk.Now + Silence };
                Machine.Open(talk, "danger");
                break;
            case Alarm.Number:
                talk.Effects.Add(new Effect.Delete(messageId));
                talk.Say("shield.number");
                Saying.Resume(talk);
                break;
            case Alarm.Scam:
                Machine.Open(talk, "scam");
                break;
            case Alarm.Check:
                Machine.Open(talk, "scam.check");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(alarm), alarm.GetType().Name, "An alarm without a card.");
        }
    }

    /// <summary>The same for a stranger, of whom nothing is kept: one card, no buttons.</summary>
    public static void Warn(Talk talk, Alarm alarm, long messageId)
    {
        if (alarm is Alarm.Number)
        {
            talk.Effects.Add(new Effect.Delete(messageId));
        }

        talk.Say(alarm switch
        {
            Alarm.Danger => "danger",
            Alarm.Number => "shield.number",
            Alarm.Scam => "stranger.scam",
            _ => "stranger.check",
        });
    }
}
