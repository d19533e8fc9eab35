using System.Collections.Immutable;
using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Reminders;

namespace Ontime.Tests.Reminders;

/// <summary>People with bills, and time that passes for them without a store: each wake at the moment the agenda asked for.</summary>
internal static class People
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 4, 0);

    public static Member With(string zone, Instant now, params Bill[] bills) => new()
    {
        ChatId = 1,
        Language = Language.En,
        Zone = zone,
        Joined = now,
        LastInput = now - Duration.FromDays(1),
        Bills = [.. bills],
        LastBill = bills.Length,
    };

    public static Bill Due(DueDay day, Instant now, string zone, int id = 1) =>
        new(id, BillKind.Huabei, null, day, null, now, Muted: false, []) { From = now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date };

    /// <summary>Everything the bills of a member lead to until a moment, if nobody answers.</summary>
    /// <param name="meanwhile">What else happens to the member, before each look.</param>
    public static (Member Member, List<Told> Told) Live(Member member, Instant from, Instant until, Func<Member, Instant, Member>? meanwhile = null)
    {
        var told = new List<Told>();
        var now = from;
        for (var wakes = 0; wakes < 5000; wakes++)
        {
            member = meanwhile?.Invoke(member, now) ?? member;
            var look = BillAgenda.Look(member, now);
            member = Keep(member, look);
            told.AddRange(look.Tell.Select(tell => new Told(now, tell.Bill.Id, tell.Cycle.Due, Chain.Of(tell.Number), tell.Number, tell.Asked, now.InZone(Zones.Find(member.Zone)).LocalDateTime)));
            if (look.Tell.Count > 0)
            {
                member = Pace.SpokeOfBills(member, now);
            }

            var next = BillAgenda.Look(member, now).Next;
            if (next is not { } at || at > until)
            {
                return (member, told);
            }

            at.ShouldBeGreaterThan(now, "after a wake the next moment lies ahead");
            now = at;
        }

        throw new InvalidOperationException("More wakes than a year can hold.");
    }

    public static Member Keep(Member member, BillLook look)
    {
        foreach (var (id, cycle) in look.Marked)
        {
            var bill = member.Bills.Find(one => one.Id == id)!;
            member = member with { Bills = member.Bills.Replace(bill, Cycles.Keep(bill, cycle).Bill) };
        }

        return member;
    }

    public static IReadOnlyList<(ChainStep Step, string Local)> Steps(this IEnumerable<Told> told) =>
        [.. told.Select(one => (one.Step, NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("MM-dd HH:mm").Format(one.Local)))];
}

internal sealed record Told(Instant At, int Bill, LocalDate Due, ChainStep Step, int Number, bool Asked, LocalDateTime Local);
