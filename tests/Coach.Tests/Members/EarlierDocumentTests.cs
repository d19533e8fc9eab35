using System.Text;
using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Members;

/// <summary>Bytes that earlier programs wrote, as they stand in somebody's store. A file here is never changed; a new version adds one.</summary>
public class EarlierDocumentTests
{
    private static readonly Person Lin = new(1, "Lin", "en");
    private static readonly Kept Kept = new(7, 1, null);

    public static TheoryData<string> Documents => [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Members", "Documents");

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_earlier_document_is_read_and_its_person_can_go_on(string file)
    {
        var member = MemberCodec.Read(File.ReadAllBytes(Path.Combine(Folder, file)), Kept);

        MemberCodec.Write(member.Again()).ShouldBe(MemberCodec.Write(member));
        member.Bills.ShouldNotBeEmpty();
        member.Answers.ShouldContainKey("R1");
        var now = member.LastInput + Duration.FromDays(3);
        foreach (var input in new Input[] { new Input.Wake(), new Input.Said(Lin, "/bills", 9, now), new Input.Said(Lin, "/index", 10, now), new Input.Said(Lin, "/check", 11, now) })
        {
            var turn = Shipped.Coach.Handle(member, input, now);
            member = turn.Member.ShouldNotBeNull();
            (input is Input.Wake || turn.Effects.Count > 0).ShouldBeTrue();
        }
    }

    [Fact]
    public void Every_field_of_the_first_document_is_where_it_was()
    {
        var member = MemberCodec.Read(File.ReadAllBytes(Path.Combine(Folder, "v1.first.json")), Kept);

        (member.ChatId, member.Language, member.Name, member.Zone, member.Hour).ShouldBe((7, Language.ZhHans, "林", "UTC+02", new LocalTime(20, 0)));
        (member.Paused, member.Reachable, member.Asked, member.Answered, member.LastBill, member.LessonsShown).ShouldBe((Paused.ButBills, false, 3, 2, 1, 1));
        member.Amounts.ShouldBe(Instant.FromUnixTimeMilliseconds(1795320100000));
        var bill = member.Bills.ShouldHaveSingleItem();
        (bill.Kind, bill.Name, bill.Amount, bill.Day!.ToString()).ShouldBe((BillKind.Card, "招行", 1200, "10"));
        bill.Cycles.ShouldHaveSingleItem().Due.ShouldBe(new LocalDate(2026, 12, 10));
        member.Months.ShouldHaveSingleItem().Paid.ShouldBe(2);
        member.Plans.ShouldHaveSingleItem().Item.ShouldBe("R7");
        member.Frames.ShouldHaveSingleItem().Step.ShouldBe("R4");
    }

    [Fact]
    public void No_list_that_a_document_does_not_name_is_null()
    {
        var read = MemberCodec.Read(Encoding.UTF8.GetBytes(
            """{"v":1,"m":{"chatId":7,"language":"En","zone":"UTC","joined":0,"lastInput":0,"bills":[{"id":1,"added":0,"cycles":[]}]}}"""), Kept);

        Nulls(read).Concat(Nulls(read.Bills[0])).ShouldBeEmpty("fill it in Gaps.cs");
        Nulls(MemberCodec.Read(Encoding.UTF8.GetBytes("""{"v":1,"m":{"chatId":7,"language":"En","zone":"UTC","joined":0,"lastInput":0}}"""), Kept)).ShouldBeEmpty();

        static IEnumerable<string> Nulls(object record) => record.GetType().GetProperties()
            .Where(property => property.PropertyType.Namespace == "System.Collections.Immutable" && property.GetValue(record) is null).Select(property => property.Name);
    }

    [Fact]
    public void Earlier_events_are_read()
    {
        var read = File.ReadAllLines(Path.Combine(Folder, "v1.events.txt")).Select(line => line.Split(' ', 2))
            .Select(parts => MemberCodec.ReadEvent(parts[0], Encoding.UTF8.GetBytes(parts[1]))).ToList();

        read.Count.ShouldBe(13);
        read[0].Data["language"].ShouldBe("en");
        read.ShouldAllBe(one => one.Data.Count > 0);
    }
}
