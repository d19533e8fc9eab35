using NodaTime;
using Ontime.Bills;
using Ontime.Members;

namespace Ontime.Tests.Simulation;

/// <summary>What a simulated year came to.</summary>
internal sealed record Figures(int People, int Wakes, int Inputs, int Told, int Asked, int Others, int TakenBack, int Checked, int Excused, IReadOnlyList<string> Problems)
{
    public static Figures Sum(Figures one, Figures other) => new(
        one.People + other.People, one.Wakes + other.Wakes, one.Inputs + other.Inputs, one.Told + other.Told, one.Asked + other.Asked, one.Others + other.Others, one.TakenBack + other.TakenBack,
        one.Checked + other.Checked, one.Excused + other.Excused, [.. one.Problems, .. other.Problems]);

    public override string ToString() =>
        $"{People} people, {Wakes} wakes, {Inputs} deeds: {Told} due dates told, {Asked} of them asked for, {Others} words about something else, {TakenBack} messages taken back; "
        + $"{Checked} occurrences looked for, {Excused} of them had an excuse; {Problems.Count} problems";
}

/// <summary>A year of many people under one world with outages. The same number gives the same year.</summary>
internal static class Year
{
    public static readonly Instant Begins = Instant.FromUtc(2027, 3, 1, 3, 0), Ends = Instant.FromUtc(2028, 4, 10, 3, 0);

    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"];
    private static readonly Night[] Nights = [new(22, 8), new(22, 8), new(22, 8), new(21, 9), new(23, 7), new(20, 8), new(0, 9), new(23, 11), new(0, 0)];

    public static Figures Of(Coach coach, IEnumerable<int> people)
    {
        var outages = Outages(new Random(20270301));
        var lives = people.Select(number => Live(coach, number, outages)).ToList();
        return new Figures(
            lives.Count, lives.Sum(life => life.WakeCount), lives.Sum(life => life.Inputs), lives.Sum(life => life.Truth.Told), lives.Sum(life => life.Truth.Asked),
            lives.Sum(life => life.Truth.Others), lives.Sum(life => life.TakenBack), lives.Sum(life => life.Truth.Checked), lives.Sum(life => life.Truth.Excused),
            [.. lives.SelectMany(life => life.Truth.Problems.Select(problem => $"person {life.Member.ChatId}: {problem}"))]);
    }

    private static Life Live(Coach coach, int number, IReadOnlyList<Span> outages)
    {
        var random = new Random(number);
        var life = new Life(coach, Person(number, random), random, outages);
        life.Live();
        return life;
    }

    /// <summary>The first 32 people have every due day, the first 160 every due day in every zone; then it begins anew with other fortunes.</summary>
    private static Start Person(int number, Random random)
    {
        var moves = number % 5 == 4;
        var zone = moves ? Zones[random.Next(4)] : Zones[number % 5];
        var night = Nights[random.Next(Nights.Length)];
        List<Owed> owed = [];
        var count = number % 20 == 7 ? 9 : random.Next(1, 5);
        for (var id = 1; id <= count; id++)
        {
            owed.Add(new Owed(id, (id == 1 ? number : random.Next(32)) % 32 is > 0 and var day ? day : null, new bool?[] { null, true, false }[random.Next(3)]));
        }

        var member = new Member
        {
            ChatId = number + 1,
            Language = random.Next(2) == 0 ? Language.En : Language.ZhHans,
            Zone = zone,
            ZoneAsked = true,
            Hour = new LocalTime(new[] { 12, 19 }[random.Next(2)], 30),
            HourAsked = true,
            Joined = Begins,
            LastInput = Begins,
            DueAt = Begins,
            QuietFrom = new LocalTime(night.From, 0),
            QuietTo = new LocalTime(night.To, 0),
            Bills = [.. owed.Select(one => Bill(one, zone))],
            LastBill = count,
            Plans = [.. Enumerable.Range(0, random.Next(6)).Select(n => Plan(random, n))],
        };
        return new Start(member, zone, night, owed, moves);
    }

    private static Bill Bill(Owed owed, string zone) =>
        new(owed.Id, BillKind.Other, $"b{owed.Id}", owed.Day is { } day ? DueDay.Of(day) : DueDay.Last, null, Begins, Muted: false, [])
        {
            From = Begins.InZone(DateTimeZoneProviders.Tzdb[zone]).Date,
            AutoDebit = owed.Auto,
        };

    private static IfThen Plan(Random random, int number)
    {
        var at = Begins + Duration.FromMinutes(random.Next(360 * 24 * 60));
        return new IfThen("R7", "R7.plan.tonight", at, Begins - Duration.FromMinutes(number));
    }

    /// <summary>A dozen outages of minutes or hours, three of days.</summary>
    private static List<Span> Outages(Random random)
    {
        List<Span> spans = [];
        for (var n = 0; n < 15; n++)
        {
            var from = Begins + Duration.FromDays(8 + (n * 25)) + Duration.FromMinutes(random.Next(20 * 24 * 60));
            spans.Add(new Span(from, from + (n % 5 == 4 ? Duration.FromHours(random.Next(30, 100)) : Duration.FromMinutes(random.Next(5, 900)))));
        }

        return spans;
    }
}
