using NodaTime;
using Ontime.Dialogs;

namespace Ontime.Reminders;

/// <summary>
/// Nothing is kept longer than 24 months after the last visit (PIPL art. 19, and the consent card says so); 30 days before, the person is
/// told. Any word or tap starts the time anew.
/// </summary>
internal static class Retention
{
    private static readonly Duration Kept = Duration.FromDays(730), Notice = Duration.FromDays(30);

    /// <summary>The notice, or the erasing. Pauses and silence do not put it off: it is about what is kept, not about reminding.</summary>
    public static Instant At(Talk talk)
    {
        var last = talk.Member.LastInput;
        return Told(talk) is { } told ? Instant.Max(last + Kept, told + Notice) : Quiet.Of(talk.Member).Past(last + Kept - Notice, talk.Zone);
    }

    public static void Handle(Talk talk)
    {
        if (talk.Now < At(talk))
        {
            return;
        }

        if (Told(talk) is null)
        {
            talk.Member = talk.Member with { RetentionTold = talk.Now };
            talk.Happened(EventKinds.Told, ("what", "retention"));
            talk.SayWith([[Idle.Command(talk, "keep"), Idle.Command(talk, "forget")]], "house.retention", ("until", talk.Date((talk.Now + Notice).InZone(talk.Zone).Date)));
            return;
        }

        talk.Forget = true;
        talk.Say("house.erased");
    }

    private static Instant? Told(Talk talk) => talk.Member.RetentionTold is { } told && told > talk.Member.LastInput ? told : null;
}
