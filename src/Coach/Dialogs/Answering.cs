using System.Globalization;
using Ontime.Members;
using Ontime.Scores;
using NodaTime.Text;

namespace Ontime.Dialogs;

/// <summary>Keeps an answer: the present one in the document, every one as an event.</summary>
internal static class Answering
{
    public static void Keep(Talk talk, Step step, Given given)
    {
        if (step.Doing is Doing.Asking { Ask: { Kind: AskKind.Card } card })
        {
            KeepCard(talk, card, given.Many ?? []);
            return;
        }

        if (step.Item is null && !step.Do.Contains("keep"))
        {
            return;
        }

        Put(talk, step.Id, new Answer(given.Option, talk.Now, given.Number, given.Many, given.Date, Again(talk, step, given.Option)));
    }

    public static void Put(Talk talk, string step, Answer answer)
    {
        var member = talk.Member with { Answers = talk.Answers.SetItem(step, answer), Passed = talk.Member.Passed.Remove(step) };
        talk.Member = History.Noted(member, step, answer, talk.Today);
        talk.Happened(
            EventKinds.Answered,
            ("step", step),
            ("option", answer.Option),
            ("number", Figure(talk, step, answer)?.ToString(CultureInfo.InvariantCulture)),
            ("many", answer.Many is null ? null : string.Join(' ', answer.Many)),
            ("date", answer.Date is { } date ? LocalDatePattern.Iso.Format(date) : null));
    }

    /// <summary>Amounts stay out of the history: it is erased only whole, and consent to them can be taken back.</summary>
    private static decimal? Figure(Talk talk, string step, Answer answer) => talk.Set.Find(step) is { Amounts: true } ? null : answer.Number;

    /// <summary>Passed by: an answer that stands is kept.</summary>
    public static void Skip(Talk talk, Step step)
    {
        talk.Happened(EventKinds.Skipped, ("step", step.Id));
        talk.Member = talk.Member with { Passed = talk.Member.Passed.SetItem(step.Id, talk.Now) };
        if (step.Item is not null && (!talk.Answers.TryGetValue(step.Id, out var before) || before.Option == Answer.Skipped))
        {
            talk.Member = talk.Member with { Answers = talk.Answers.SetItem(step.Id, new Answer(Answer.Skipped, talk.Now, Again: Again(talk, step, Answer.Skipped))) };
        }
    }

    /// <summary>No answer after no answer: then it is not asked a third time before its interval.</summary>
    private static bool Again(Talk talk, Step step, string option) =>
        IsNone(step, option) && talk.Answers.TryGetValue(step.Id, out var before) && IsNone(step, before.Option);

    private static bool IsNone(Step step, string option) =>
        option == Answer.Skipped || step.Item?.Shares.GetValueOrDefault(option) is Checklist.Share.Unknown;

    /// <summary>Ticked is the best answer; left blank is unknown and asked singly later, never “no”.</summary>
    private static void KeepCard(Talk talk, Ask card, IReadOnlyList<string> ticked)
    {
        foreach (var item in ticked)
        {
            Put(talk, item, new Answer(card.Sets.GetValueOrDefault(item, "yes"), talk.Now));
        }
    }
}
