using System.Collections.Immutable;
using NodaTime;
using Ontime.Members;

namespace Ontime.Scores;

/// <summary>A figure of the platform as the person read it.</summary>
/// <param name="On">The local day it was logged.</param>
/// <param name="Value">The score, or a limit in yuan; null where it is not known.</param>
/// <param name="Unknown">Why it is not known: later, not_open, decline; null where it is.</param>
public sealed record Logged(LocalDate On, decimal? Value, string? Unknown = null);

/// <summary>The last months of a figure, one entry a month, oldest first. Every entry ever made is an event.</summary>
internal static class History
{
    /// <summary>Months kept in the document.</summary>
    public const int Kept = 12;

    /// <summary>An answer about the score (G2) or the limit (G3), wherever it was asked, enters the history.</summary>
    public static Member Noted(Member member, string step, Answer answer, LocalDate today)
    {
        var entry = answer.Number is { } value ? new Logged(today, value) : new Logged(today, null, answer.Option);
        return step switch
        {
            "G2" => member with { Scores = With(member.Scores, entry) },
            "G3" => member with { Limits = With(member.Limits, entry) },
            _ => member,
        };
    }

    /// <summary>A new entry takes the place of the same month's, but “not known” never that of a figure.</summary>
    public static ImmutableList<Logged> With(ImmutableList<Logged> history, Logged entry)
    {
        var month = entry.On.ToYearMonth();
        var at = history.FindIndex(one => one.On.ToYearMonth() == month);
        if (at >= 0)
        {
            return entry.Value is null && history[at].Value is not null ? history : history.SetItem(at, entry);
        }

        var all = history.Add(entry).Sort((one, other) => one.On.CompareTo(other.On));
        return all.Count > Kept ? all.RemoveRange(0, all.Count - Kept) : all;
    }

    /// <summary>The newest entry with a figure, or null.</summary>
    public static Logged? Newest(IReadOnlyList<Logged> history) => history.LastOrDefault(entry => entry.Value is not null);
}
