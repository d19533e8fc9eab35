using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Members;

/// <summary>Version 3: nothing is lost, nothing grows unseen, and what was written today is written so for ever.</summary>
public class DocumentTests
{
    private const int FreshBytes = 200, TypicalBytes = 1_250;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Members", "Documents");

    [Fact]
    public void Whatever_can_be_known_of_a_person_comes_back()
    {
        MemberCodec.Readable(Everything.Member.Again()).ShouldBe(MemberCodec.Readable(Everything.Member));
        MemberCodec.Write(Everything.Member.Again()).ShouldBe(MemberCodec.Write(Everything.Member));
    }

    [Fact]
    public void The_person_of_whom_everything_is_known_lacks_nothing()
    {
        var known = new HashSet<PropertyInfo>();
        var seen = new HashSet<Type>();
        Look(Everything.Member, seen, known);

        seen.SelectMany(Kept).Except(known).Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
            .ShouldBeEmpty("add it to Everything.cs, Writer.cs and Reader.cs");
    }

    [Fact]
    public void A_document_is_written_as_it_always_was() =>
        Encoding.UTF8.GetString(MemberCodec.Write(Everything.Member)).ShouldBe(File.ReadAllText(Path.Combine(Folder, "v3.everything.txt")).TrimEnd());

    [Fact]
    public void The_same_person_in_both_versions_is_the_same()
    {
        var (second, third) = (Read("v2.json"), Read("v3.json"));

        MemberCodec.Readable(third).ShouldBe(MemberCodec.Readable(second));
        (second.Bills.Count, second.Answers.Count, second.Answers["C1.amount"].At).ShouldBe((6, 39, Instant.FromUnixTimeMilliseconds(1788236120000)));
        (second.Bills[5].Name, second.Bills[5].Past[0].Due, second.Bills[5].Before!.Cycle.Told).ShouldBe(("car loan", new LocalDate(2026, 9, 15), 7));
    }

    [Fact]
    public void What_stands_beside_the_document_comes_from_there() =>
        (Read("v2.json").ChatId, Read("v3.json").Version, Read("v3.json").DueAt).ShouldBe((5, 6, Now));

    [Fact]
    public void A_fresh_member_stays_small()
    {
        Member? member = null;
        foreach (var word in (string[])["/start", "Start", "I’m 18+ and I agree"])
        {
            member = Shipped.Coach.Handle(member, new Input.Said(new Person(1, "Lin", "en"), word, 1, Now), Now).Member;
        }

        MemberCodec.Write(member!).Length.ShouldBeLessThan(FreshBytes, "`bench scale` tells what that is in the file");
    }

    [Fact]
    public void A_typical_member_stays_small() =>
        MemberCodec.Write(Read("v2.json")).Length.ShouldBeLessThan(TypicalBytes, "three members are to fit a page of the file; `bench scale` measures it");

    [Fact]
    public void A_year_of_a_bill_takes_a_byte_a_month()
    {
        var bill = Everything.Member.Bills[^1];
        var year = bill with { Past = [.. Enumerable.Range(0, 12).Select(n => new Settled(bill.Day!.Value.In(new YearMonth(2026, 12).PlusMonths(-n)), CycleState.Paid))] };

        (Bytes(year) - Bytes(bill)).ShouldBe(" p2612PPPPPPPPPPPP".Length);

        static int Bytes(Bill bill) => MemberCodec.Write(Everything.Member with { Bills = [bill] }).Length;
    }

    private static Member Read(string file) => MemberCodec.Read(File.ReadAllBytes(Path.Combine(Folder, file)), new Kept(5, 6, Now));

    private static void Look(object thing, HashSet<Type> seen, HashSet<PropertyInfo> known)
    {
        if (thing is IEnumerable things and not string)
        {
            foreach (var one in things)
            {
                Look(one, seen, known);
            }

            return;
        }

        var type = thing.GetType();
        if (type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal))
        {
            Look(type.GetProperty("Value")!.GetValue(thing)!, seen, known);
            return;
        }

        if (type.Namespace?.StartsWith("Ontime", StringComparison.Ordinal) != true || type.IsEnum || type.IsValueType)
        {
            return;
        }

        seen.Add(type);
        foreach (var property in Kept(type))
        {
            if (property.GetValue(thing) is { } value && !(value is IEnumerable and not string && !((IEnumerable)value).Cast<object>().Any())
                && (!value.GetType().IsValueType || !value.Equals(Activator.CreateInstance(value.GetType())) || property.Name is nameof(Member.Reachable)))
            {
                known.Add(property);
                Look(value, seen, known);
            }
        }
    }

    private static IEnumerable<PropertyInfo> Kept(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.GetIndexParameters().Length == 0 && property.GetCustomAttribute<JsonIgnoreAttribute>() is null or { Condition: JsonIgnoreCondition.Never });
}
