using NodaTime;
using Ontime.Dialogs;

namespace Ontime.Members;

/// <summary>The two quizzes of the first weeks, then the lesson cards in the order of their file: one a week at most.</summary>
internal static class Lessons
{
    private static readonly string[] Quizzes = ["K1", "K2"];
    private static readonly Duration Week = Duration.FromDays(7);

    public static string? Next(Talk talk)
    {
        var cards = Quizzes.Select(talk.Set.Find).OfType<Step>()
            .Concat(talk.Set.Dialog("lessons")?.Steps.Where(step => step.Doing is Doing.Asking) ?? []).ToList();
        var shown = talk.Member.LessonsShown;
        if (shown >= cards.Count || talk.Now - (talk.Member.LessonAt ?? talk.Member.Joined) < Week)
        {
            return null;
        }

        talk.Member = talk.Member with { LessonsShown = shown + 1, LessonAt = talk.Now };
        return cards[shown].Id;
    }
}
