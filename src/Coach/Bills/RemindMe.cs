using NodaTime;
using Ontime.Dialogs;
using Ontime.Reminders;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>“周五提醒我还花呗”, “remind me tomorrow evening”: one more word about a bill, at a moment of the person's own.</summary>
internal static class RemindMe
{
    private static readonly LocalTime Ten = new(10, 0);

    /// <summary>False where nobody wants to be reminded, or does not say when.</summary>
    public static bool Take(Talk talk, string text, LocalDate typedOn)
    {
        var plain = Plain.Of(text);
        var open = OpenCycles.Of(talk.Member, talk.Today, talk.Zone).GroupBy(pair => pair.Bill.Id).Select(bill => bill.MinBy(pair => pair.Cycle.Due)).ToList();
        var named = open.Where(pair => TypedPayments.IsNamed(talk, pair.Bill, plain)).ToList();
        var told = open.Where(pair => pair.Cycle.Told != 0).ToList();
        if (!Moments.Asks(plain))
        {
            // “Friday” after a reminder; under a question it answers that, and once the day has passed it may tell when it was paid.
            if (told.Count == 0 || told.Exists(pair => pair.Cycle.Due < talk.Today) || talk.Member.Top?.Open is not null)
            {
                return false;
            }
        }
        else if (open.Count == 0 || (named.Count == 0 && (TypedPayments.NamesAnother(talk, plain) || Kinds.Named(plain) is not BillKind.Other)))
        {
            // “Remind me to pay rent on the 3rd” is a bill in other words.
            if (!Lines.Take(talk, Moments.Without(plain)))
            {
                talk.Say("remind.not_kept");
            }

            return true;
        }
        else if (Moments.Ahead(plain))
        {
            talk.Say("remind.chain");
            return true;
        }

        if (Moments.Read(plain, talk.Member.Language, typedOn, Said.Names(talk)) is not { } moment)
        {
            return Moments.Asks(plain) && !Enquiries.Asks(plain) && Only(talk);
        }

        if (At(talk, moment) is not { } until)
        {
            return false;
        }

        var meant = named.Count > 0 ? named : told.Count > 0 ? told : open;
        if (meant is [var (bill, cycle)])
        {
            Set(talk, bill, cycle, until);
            return true;
        }

        TypedPayments.Which(talk, meant, Snoozes.Deed(talk, until));
        return true;
    }

    /// <summary>Once, and before the day: a later word would come in the place of the one that is due.</summary>
    public static void Set(Talk talk, Bill bill, Cycle cycle, Instant until)
    {
        if (cycle.Due > talk.Today && until.InZone(talk.Zone).Date > cycle.Due)
        {
            Deeds.Answer(talk, bill, cycle, "deed.due_before");
            return;
        }

        Snoozes.Set(talk, bill, cycle, until);
        Deeds.Answer(talk, bill, cycle, "deed.snoozed", [], ("at", Plan.PlanBindings.When(talk, until)));
    }

    /// <summary>Of something else, or at a moment that was not understood: how it can be said.</summary>
    private static bool Only(Talk talk)
    {
        talk.Say("remind.only");
        return true;
    }

    /// <summary>Null: that moment has passed.</summary>
    private static Instant? At(Talk talk, Moment moment)
    {
        if (moment.After is { } span)
        {
            return talk.Now + span.ToDuration();
        }

        if (moment.Day is not { } day)
        {
            return moment.Time is { } next ? Snoozes.At(talk, next) : null;
        }

        var at = Clocks.At(day, moment.Time ?? Ten, talk.Zone);
        return at > talk.Now ? at : day == talk.Today ? Snoozes.Of(talk, "tonight") : null;
    }
}
