using NodaTime;
using Ontime.Admin;
using Ontime.Broadcasting;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Reminders;
using Ontime.Shield;

namespace Ontime;

/// <summary>Who runs this coach, as the consent card names it; null where the operator left it empty.</summary>
/// <param name="BotUsername">For the link out of a group; null where it is not known yet.</param>
public sealed record Operator(string? Name, string? Contact, string? BotUsername)
{
    /// <summary>Who may order things by <see cref="Admin.Order"/>: numeric user ids, since names change hands.</summary>
    public IReadOnlyList<long> AdminIds { get; init; } = [];
}

/// <summary>The one door. Pure: the same member, input and moment give the same turn.</summary>
public sealed class Coach(DialogSet dialogs, Operator who)
{
    private readonly Watch _watch = new(dialogs.Shield);

    public DialogSet Dialogs { get; } = dialogs;

    public Operator Operator { get; } = who;

    /// <param name="member">Null for a stranger: before consent nothing is kept.</param>
    public Turn Handle(Member? member, Input input, Instant now)
    {
        if (input is Input.InGroup group)
        {
            return Groups.Handle(group, Operator);
        }

        if (Desk.Of(input, Operator) is { } desk)
        {
            return desk.Take(member, input);
        }

        if (CastDesk.Take(member, input, Operator) is { } cast)
        {
            return cast;
        }

        var turn = Talking(member, input, now);
        return (Desk.Attempt(input) ?? CastDesk.Attempt(input)) is { } attempt ? turn with { Audit = [attempt] } : turn;
    }

    private Turn Talking(Member? member, Input input, Instant now)
    {
        if (member is null)
        {
            return input is Input.Ordered order ? Carrying.Nobody(order) : new Strangers(Dialogs, Operator, _watch).Handle(input, now);
        }

        var (settled, moved) = Editions.Settle(ClockAhead.Undo(member, now, Zones.Find(member.Zone)), Dialogs);
        var talk = new Talk(Dialogs, Operator, settled, now) { TappedMessage = (input as Input.Tapped)?.MessageId is > 0 and var id ? id : null };
        if (moved == Settled.SetBack)
        {
            talk.Say("house.moved");
            Machine.Run(talk);
        }

        if (Bans.Hold(talk, input) is { } held)
        {
            return held;
        }

        if (input is Input.Said or Input.Tapped or Input.Showed)
        {
            talk.Member = Pace.Heard(talk.Member, now);
        }

        Line? toast = null;
        switch (input)
        {
            case Input.Said said:
                var alarm = _watch.Look(said.Text);
                if (moved != Settled.SetBack || alarm is not null || said.Text.StartsWith('/'))
                {
                    Saying.Handle(talk, said, alarm);
                }

                // Else it answered a question that is gone; the one just asked must not take it.
                break;
            case Input.Tapped tapped:
                toast = Pressing.Handle(talk, tapped.Data);
                break;
            case Input.Showed:
                talk.Say("house.not_text");
                Saying.Resume(talk);
                break;
            case Input.Wake:
                Wakes.Handle(talk);
                break;
            case Input.Reachable reachable:
                talk.Member = talk.Member with { Reachable = reachable.Yes };
                break;
            case Input.NotDeleted:
                talk.Say("shield.not_deleted");
                break;
            case Input.Ordered ordered:
                Carrying.Handle(talk, ordered);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "An input without a way.");
        }

        return Close(talk, input, toast);
    }

    private static Turn Close(Talk talk, Input input, Line? toast)
    {
        talk.FlushEcho();
        if (talk.Lead is { } lead)
        {
            // No question came below it.
            talk.Lead = null;
            talk.Effects.Add(new Effect.Say("n", new Message(lead)));
        }

        // Nobody is met with silence: where a dialog ended without a word, at least that is said.
        var silent = !talk.Effects.Any(effect => effect is Effect.Say or Effect.Edit or Effect.File or Effect.Chart);
        if (input is Input.Tapped tapped)
        {
            talk.Effects.Insert(0, new Effect.Answer(tapped.QueryId, toast ?? (silent ? talk.Line("toast.fine") : null)));
        }
        else if (silent && input is Input.Said)
        {
            talk.Say("house.fine");
        }

        if (talk.Forget)
        {
            return new Turn(null, talk.Member.Language, talk.Effects, [], Forget: true);
        }

        Waiting.TakeBack(talk);
        var figure = CheckBindings.Known(talk, out var shown) ? shown : talk.Member.Figure;
        talk.Member = talk.Member with { Figure = figure, DueAt = Agenda.Look(talk) };
        return new Turn(talk.Member, talk.Member.Language, talk.Effects, talk.Events) { Withdrawn = talk.Withdrawn };
    }
}
