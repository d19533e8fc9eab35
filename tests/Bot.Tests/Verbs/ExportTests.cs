using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Verbs;

/// <summary>What a person gets to take along is written for them, however the store keeps it.</summary>
public sealed class ExportTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    private static Member Lin => new()
    {
        ChatId = 7,
        Language = Language.ZhHans,
        Name = "林",
        Zone = "Asia/Shanghai",
        Joined = Now,
        LastInput = Now,
        Answers = new Dictionary<string, Ontime.Members.Answer> { ["B1"] = new("all", Now + Duration.FromSeconds(20)), ["U2"] = new(Ontime.Members.Answer.Value, Now, 2.5m, ["dining"]) }.ToImmutableSortedDictionary(),
        Bills = [new Bill(1, BillKind.Card, "招行", DueDay.Of(5), null, Now, Muted: false, []) { Past = [new Settled(new LocalDate(2026, 11, 5), CycleState.Paid)] }],
    };

    [Fact]
    public void Answers_stand_under_their_step_with_a_time_to_read()
    {
        var member = JsonNode.Parse(Export.Json(Row(MemberCodec.Write(Lin)), []))!["member"]!;

        ((string?)member["answers"]!["B1"]!["option"], (string?)member["answers"]!["B1"]!["at"]).ShouldBe(("all", "2026-11-22T04:00:20Z"));
        ((decimal)member["answers"]!["U2"]!["number"]!, (string?)member["answers"]!["U2"]!["many"]![0]).ShouldBe((2.5m, "dining"));
        ((string?)member["joined"], (string?)member["dueAt"], (long)member["chatId"]!).ShouldBe(("2026-11-22T04:00:00Z", "2026-11-23T04:00:00Z", 7));
        ((string?)member["bills"]![0]!["past"]![0]!["due"], (string?)member["bills"]![0]!["past"]![0]!["state"]).ShouldBe(("2026-11-05", "Paid"));
    }

    [Fact]
    public void The_first_of_several_kinds_is_named_too()
    {
        var huabei = Lin with { Bills = [Lin.Bills[0] with { Kind = BillKind.Huabei }] };

        ((string?)JsonNode.Parse(Export.Json(Row(MemberCodec.Write(huabei)), []))!["member"]!["bills"]![0]!["kind"]).ShouldBe("Huabei");
    }

    [Fact]
    public void An_earlier_document_reads_the_same()
    {
        const string second = """
            {"v":2,"m":{"chatId":7,"language":"ZhHans","name":"林","zone":"Asia/Shanghai","joined":1795320000000,"reachable":true,
            "answers":{"B1":["all",1795320020000],"U2":["value",1795320000000,2.5,["dining"]]},
            "bills":[{"id":1,"kind":"Card","name":"招行","day":"5","added":1795320000000,"past":["2026-11-05P0"]}],"lastInput":1795320000000}}
            """;

        Export.Json(Row(Encoding.UTF8.GetBytes(second)), []).ShouldBe(Export.Json(Row(MemberCodec.Write(Lin with { Bills = [Lin.Bills[0] with { From = null }] })), []));
    }

    [Fact]
    public void The_table_names_what_is_kept_and_then_what_happened()
    {
        var lines = Export.Csv(Row(MemberCodec.Write(Lin)), [new EventRow(7, 1, 0, Now, "answered", Encoding.UTF8.GetBytes("""{"step":"B1","option":"all"}"""))]).Split("\r\n");

        lines.ShouldContain(",kept,answers.B1.option,all");
        lines.ShouldContain(",kept,answers.B1.at,2026-11-22T04:00:20Z");
        lines.ShouldContain(",kept,bills.1.name,招行");
        lines.ShouldContain("2026-11-22T04:00:00Z,answered,option,all");
    }

    [Fact]
    public void What_cannot_be_read_is_given_away_as_it_stands() =>
        ((string?)JsonNode.Parse(Export.Json(Row("{\"v\":99}"u8.ToArray()), []))!["member"]).ShouldBe("{\"v\":99}");

    private static MemberRow Row(byte[] document) => new(7, 1, document, Now + Duration.FromDays(1), "active", "zh-Hans", "", null);
}
