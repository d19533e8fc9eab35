using NodaTime;
using Ontime.Members;

namespace Ontime.Reminders;

/// <summary>A date that an answer gave, and the days on which it is spoken of.</summary>
/// <param name="Step">The step whose date it is.</param>
/// <param name="On">The date itself.</param>
/// <param name="Given">The local day of the answer: what lies before it is not told.</param>
/// <param name="Days">When it is spoken of, ascending.</param>
/// <param name="Until">The last day on which that still helps.</param>
internal sealed record Dated(string Step, LocalDate On, LocalDate Given, IReadOnlyList<LocalDate> Days, LocalDate Until)
{
    /// <summary>The steps that ask for a date, or count from the day of their answer.</summary>
    public const string Expiry = "I2.expiry", Cleared = "R5.cleared", Friend = "S1.date", Applications = "D1", Verified = "I1";

    private const int FiveYears = 5, Quarter = 90, Fortnight = 14, AMonth = 31;

    /// <summary>Every date this member gave that is to be spoken of some day.</summary>
    public static IEnumerable<Dated> Of(Member member, DateTimeZone zone)
    {
        LocalDate Day(Answer answer) => answer.At.InZone(zone).Date;
        Answer? Given(string step, string item, params ReadOnlySpan<string> options) =>
            member.Answers.GetValueOrDefault(item) is { } answer && options.Contains(answer.Option) ? member.Answers.GetValueOrDefault(step) : null;

        if (Given(Expiry, "I2", "valid", "soon") is { Date: { } ends } id)
        {
            yield return new Dated(Expiry, ends, Day(id), [ends.PlusDays(-60), ends.PlusDays(-30), ends.PlusDays(-7)], ends);
        }

        if (Given(Cleared, "R5", "y2to5", "lt2") is { Date: { } cleared } late)
        {
            // Said as a month: told when all of it is over.
            var over = cleared.PlusYears(FiveYears);
            yield return new Dated(Cleared, over, Day(late), [over.PlusDays(AMonth)], over.PlusDays(AMonth + Fortnight));
        }

        if (Given(Friend, "S1", "one", "several") is { Date: { } owed } friend)
        {
            yield return new Dated(Friend, owed, Day(friend), [owed.PlusDays(-3), owed], owed);
        }

        if (Given(Applications, Applications, "c3", "c4_5", "c6") is { } applied)
        {
            var free = Day(applied).PlusDays(Quarter);
            yield return new Dated(Applications, free, Day(applied), [free.PlusDays(1)], free.PlusDays(Fortnight));
        }

        if (Given(Verified, Verified, "no") is { } verified)
        {
            yield return new Dated(Verified, Day(verified), Day(verified), [Day(verified).PlusDays(3)], Day(verified).PlusDays(Fortnight));
        }
    }

    /// <summary>The day on which it is spoken of next, today where that is due; null: none is left.</summary>
    /// <param name="told">Up to when it was spoken of, or null.</param>
    public LocalDate? Next(LocalDate today, LocalDate? told)
    {
        var left = Days.Where(day => day > Given && !(day <= told)).ToList();
        return left.FindLastIndex(day => day <= today) is >= 0 and var due && today <= Until ? left[due] : left.Find(day => day > today) is var next && next != default ? next : null;
    }
}
