using System.Collections.Immutable;
using NodaTime;
using Ontime.Bills;

namespace Ontime.Members.Documents;

/// <summary>
/// A list with nothing in it is not written (<see cref="Lean"/>), and a document from before a list was thought of does not name it either; the
/// generated reader then leaves null there, whatever the record begins with. Every list of <see cref="Member"/>, <see cref="Frame"/> and
/// <see cref="Bill"/> stands here; a test looks for those that do not.
/// </summary>
internal static class Gaps
{
    public static Member Fill(Member read)
    {
        return read with
        {
            Frames = (read.Frames ?? []).ConvertAll(Fill),
            Answers = read.Answers ?? ImmutableSortedDictionary<string, Answer>.Empty,
            Passed = read.Passed ?? ImmutableSortedDictionary<string, Instant>.Empty,
            Plans = read.Plans ?? [],
            Bills = (read.Bills ?? []).ConvertAll(Fill),
            Months = read.Months ?? [],
            Scores = read.Scores ?? [],
            Limits = read.Limits ?? [],
            Uses = read.Uses ?? [],
            Spoken = read.Spoken ?? [],
            Together = read.Together ?? [],
            Nudges = read.Nudges ?? [],
            DatesTold = read.DatesTold ?? ImmutableSortedDictionary<string, LocalDate>.Empty,
        };
    }

    private static Frame Fill(Frame read) => read with { Trail = read.Trail ?? [], Notes = read.Notes ?? ImmutableSortedDictionary<string, string>.Empty };

    private static Bill Fill(Bill read) => read with { Cycles = read.Cycles ?? [], Past = read.Past ?? [], Before = read.Before is { } before ? Fill(before) : null };

    /// <summary>The moment was written always, and nothing asks for it where no answer went with the due date.</summary>
    private static Undone Fill(Undone read) => read with { At = read.Overdue is null ? null : read.At };
}
