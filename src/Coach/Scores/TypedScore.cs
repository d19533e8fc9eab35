using System.Globalization;
using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Typing;

namespace Ontime.Scores;

/// <summary>A figure typed where none was asked for, under the menu of scores or with nothing open. It may be something else, so it is said back first.</summary>
internal static class TypedScore
{
    private const string Step = "score.sure", Score = "G2", Note = "score";

    /// <summary>False where the words are no score.</summary>
    public static bool Take(Talk talk, string text, LocalDate typedOn)
    {
        if (Typist.Read(Kind.Score, text, talk.Member.Language, typedOn) is not Typed.Number { Value: var score })
        {
            return false;
        }

        var figure = score.ToString(CultureInfo.InvariantCulture);
        if (IsOpen(talk))
        {
            talk.Replace(talk.Top.With(Note, figure));
        }

        Machine.Open(talk, Step, (Note, figure));
        return true;
    }

    /// <summary>The menu of scores is what talks.</summary>
    public static bool IsOpen(Talk talk) => talk.Member.Top is { Dialog: "scores" };

    /// <summary>The words say themselves that they are about the score.</summary>
    public static bool Named(string text) => Plain.Folded(text) is var plain && (plain.Contains("芝麻") || plain.Contains("score") || plain.Contains("sesame"));

    /// <summary>What was typed; null: nothing was.</summary>
    public static decimal? Of(Talk talk) =>
        talk.Member.Top?.Note(Note) is { } figure && decimal.TryParse(figure, NumberStyles.Number, CultureInfo.InvariantCulture, out var score) ? score : null;

    public static void Keep(Talk talk)
    {
        if (talk.Given?.Option == "yes" && Of(talk) is { } score)
        {
            Answering.Put(talk, Score, new Answer(Answer.Value, talk.Now, score));
        }
    }
}
