using System.Text;
using Ontime.Members;
using Ontime.Plan;
using Ontime.Tests.Members;

namespace Ontime.Tests.Plan;

/// <summary>The plan in the member document: one written before there was a plan, and one after.</summary>
public sealed class PlanDocumentTests
{
    private const string Before = """
        {"v":1,"m":{"chatId":7,"language":"En","zone":"Asia/Shanghai","joined":1795320000000,"reachable":true,"lastInput":1795320000000}}
        """;

    [Fact]
    public void A_document_from_before_the_plan_reads_as_one_without()
    {
        var member = MemberCodec.Read(Encoding.UTF8.GetBytes(Before), new Kept(7, 1, null));

        member.SixMonths.ShouldBeNull();
        member.CheckIn.ShouldBeNull();
        member.PlanOffered.ShouldBeNull();
    }

    [Fact]
    public void A_plan_is_read_as_it_was_written()
    {
        var member = Course.Tick(PlanPerson.New().Says("G2", "value").Says("C3", "le43"), "foundation.bills", PlanPerson.Joined).SettledOn(new(2027, 1, 30))
            with { CheckIn = new CheckIn(Readiness: 88) };

        var read = member.Again();

        MemberCodec.Write(read).ShouldBe(MemberCodec.Write(member));
        read.SixMonths!.Month.ShouldBe(3);
        read.SixMonths.Before.Keys.ShouldBe(["C3"]);
        read.CheckIn!.Day.ShouldBe(CheckIn.Usual);
    }
}
