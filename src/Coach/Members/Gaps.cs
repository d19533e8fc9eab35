using System.Collections.Immutable;
using NodaTime;
using Ontime.Bills;

namespace Ontime.Members;

/// <summary>
/// A document from before a list was thought of does not name it, and the generated reader then leaves null there, whatever the record begins with.
/// Every list of <see cref="Member"/> and <see cref="Bill"/> that is no parameter stands here; a test looks for those that do not.
/// </summary>
internal static class Gaps
{
    public static Member Fill(Member read)
    {
        var member = Whole(read) ? read : read with
        {
            Frames = read.Frames ?? [],
            Answers = read.Answers ?? ImmutableSortedDictionary<string, Answer>.Empty,
            Passed = read.Passed ?? ImmutableSortedDictionary<string, Instant>.Empty,
            Plans = read.Plans ?? [],
            Bills = read.Bills ?? [],
            Months = read.Months ?? [],
            Scores = read.Scores ?? [],
            Limits = read.Limits ?? [],
            Uses = read.Uses ?? [],
            Spoken = read.Spoken ?? [],
            Together = read.Together ?? [],
            Nudges = read.Nudges ?? [],
            DatesTold = read.DatesTold ?? ImmutableSortedDictionary<string, LocalDate>.Empty,
        };
        return member.Bills.Exists(bill => bill.Past is null)
            ? member with { Bills = member.Bills.ConvertAll(bill => bill.Past is null ? bill with { Past = [] } : bill) }
            : member;
    }

    /// <summary>The usual case, without a copy.</summary>
    private static bool Whole(Member read) => read is
    {
        Frames: not null, Answers: not null, Passed: not null, Plans: not null, Bills: not null, Months: not null, Scores: not null, Limits: not null,
        Uses: not null, Spoken: not null, Together: not null, Nudges: not null, DatesTold: not null,
    };
}
