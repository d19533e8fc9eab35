using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>An answer in words, as it is echoed and shown again later.</summary>
internal static class AnswerWords
{
    /// <summary>Null where there is nothing to show: skipped, or an option that an edition has lost.</summary>
    public static Arg? Of(Talk talk, Step step, Answer answer)
    {
        var ask = (step.Doing as Doing.Asking)?.Ask;
        if (answer.Many is { } many)
        {
            var card = ask?.Kind == AskKind.Card;
            return many.Count == 0 ? null : new Arg.Series(many.Select(option => talk.Line(card ? $"{option}.tick" : $"{step.Id}.{option}")).ToList());
        }

        if (answer.Date is { } date)
        {
            return talk.Date(date);
        }

        if (answer.Number is { } number)
        {
            return ask?.Kind == AskKind.Money ? new Arg.Money(number) : new Arg.Number(number);
        }

        return talk.Texts.Has($"{step.Id}.{answer.Option}") ? new Arg.Text($"{step.Id}.{answer.Option}") : null;
    }
}
