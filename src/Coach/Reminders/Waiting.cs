using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ontime.Bills;
using Ontime.Dialogs;

namespace Ontime.Reminders;

/// <summary>A message about several due dates, which may still wait to be sent.</summary>
public sealed record ToldTogether(Instant At, ImmutableList<ToldPart> Parts);

/// <summary>One due date of it, and the step of the chain that was told: see <see cref="Chain.Of"/>.</summary>
public sealed record ToldPart(int Bill, LocalDate Due, int Number);

/// <summary>
/// Nobody is told of a bill marked paid, also where the message was decided before: what still waits to be sent is taken back, and where it spoke
/// of other bills too, the rest is said anew in its place.
/// </summary>
internal static class Waiting
{
    private const int Most = 3;

    /// <summary>Remembers a message that is about to be said.</summary>
    /// <returns>What it is about.</returns>
    public static string Began(Talk talk, IReadOnlyList<Telling> tells)
    {
        if (tells is [var one])
        {
            return About(one.Bill.Id, one.Cycle.Due);
        }

        var said = new ToldTogether(talk.Now, [.. tells.Select(tell => new ToldPart(tell.Bill.Id, tell.Cycle.Due, tell.Number))]);
        var kept = talk.Member.Together.Where(one => one.Parts.Exists(part => Open(talk, part) is not null)).Append(said).TakeLast(Most).ToList();

        // What is remembered no longer could not be corrected: where it still waits it is not sent at all. What of it matters has been told since.
        talk.Withdrawn.AddRange(talk.Member.Together.Except(kept).Select(old => new TakenBack(About(old))));
        talk.Member = talk.Member with { Together = [.. kept] };
        return About(said);
    }

    /// <summary>Takes back what speaks of due dates that ended in this turn.</summary>
    public static void TakeBack(Talk talk)
    {
        if (talk.Ended.Count == 0)
        {
            return;
        }

        TakeBackEnded(talk);
    }

    private static void TakeBackEnded(Talk talk)
    {
        talk.Withdrawn.AddRange(talk.Ended.Select(ended => new TakenBack(About(ended.Bill, ended.Due))));
        foreach (var said in talk.Member.Together.Where(said => said.Parts.Exists(part => talk.Ended.Contains((part.Bill, part.Due)))))
        {
            var rest = said with { Parts = said.Parts.RemoveAll(part => talk.Ended.Contains((part.Bill, part.Due))) };
            List<Telling> tells = [.. rest.Parts.Select(part => Open(talk, part)).OfType<Telling>()];
            talk.Withdrawn.Add(new TakenBack(About(said), tells.Count == 0 ? null : Reminding.Words(talk, tells, About(said))));
            talk.Member = talk.Member with { Together = tells.Count == 0 ? talk.Member.Together.Remove(said) : talk.Member.Together.Replace(said, rest) };
        }
    }

    /// <summary>A part that would still be worth saying today; null: not.</summary>
    private static Telling? Open(Talk talk, ToldPart part) =>
        talk.Member.Bills.Find(bill => bill.Id == part.Bill) is { Muted: false } bill
        && talk.Today >= Chain.Since(part.Due, part.Number) && talk.Today <= Chain.Until(part.Due, part.Number)
        && Cycles.Open(bill, talk.Today, talk.Zone).FirstOrDefault(cycle => cycle.Due == part.Due) is { Snooze: null } cycle
            ? new Telling(bill, cycle, part.Number, Asked: false)
            : null;

    private static string About(int bill, LocalDate due) => $"bill:{bill.ToString(CultureInfo.InvariantCulture)}:{LocalDatePattern.Iso.Format(due)}";

    private static string About(ToldTogether said) => $"bills:{said.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}";
}
