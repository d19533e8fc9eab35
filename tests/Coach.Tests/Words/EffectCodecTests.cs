using NodaTime;
using Ontime.Admin;
using Ontime.Bills;
using Ontime.Broadcasting;
using Ontime.Words;

namespace Ontime.Tests.Words;

public class EffectCodecTests
{
    private static readonly LocalDate Day = new(2026, 12, 10);

    /// <summary>One of each kind: a new kind of argument without a line here is red.</summary>
    private static readonly IReadOnlyList<Arg> Args =
    [
        new Arg.Text("house.fault"),
        new Arg.Words("花呗 <b>&“\ud83d\ude00"),
        new Arg.Words(""),
        new Arg.Html("<b>一 & 二</b>\n三"),
        new Arg.Number(15.3m),
        new Arg.Money(12_000.5m),
        new Arg.Date(Day, Year: false),
        new Arg.Date(Day, Year: true),
        new Arg.Day(DueDay.Last),
        new Arg.Day(DueDay.Of(31)),
        new Arg.Clock(new LocalTime(20, 30)),
        new Arg.Block([new Line("a"), new Line("b", "x", new Arg.Block([new Line("c")]))]),
        new Arg.Series([new Line("a", "n", new Arg.Number(1))]),
    ];

    private static readonly Message Full = new(
        [new Line("q"), new Line("full", Args.Select((arg, i) => (arg, i)).ToDictionary(pair => $"a{pair.i}", pair => pair.arg))],
        [[new Button("q1:a", new Line("R4.none")), new Button("q1:b", new Line("word.value", "value", new Arg.Number(10)))], [new Button("c:help", new Line("button.help"))]]);

    private static readonly IReadOnlyList<Effect> Effects =
    [
        new Effect.Say("q", Full),
        new Effect.Say("n", new Message(new Line("house.fine"))),
        new Effect.Edit("q", 9_007_199_254_740_991, Full),
        new Effect.Edit("q", null, Full),
        new Effect.Strip("q", 7),
        new Effect.Strip("q", null),
        new Effect.Answer("4711", null),
        new Effect.Answer("4711", new Line("toast.old", "n", new Arg.Number(3))),
        new Effect.Delete(42),
        new Effect.File(FileKind.Export),
        new Effect.Chart(ChartKind.Trend),
        new Effect.Cast(new CastOrder.Send(7), null),
        new Effect.Report(new Order.Retry(7, 42)),
        new Effect.Tell(42, new Input.Ordered(new Order.Message(42, "two  spaces\nand 行"), 900, Language.ZhHans)),
        new Effect.Tell(900, new Input.Carried(new Order.Ban(42, Sure: true), OrderFate.Unreachable, Language.En)),
        new Effect.Tell(900, new Input.Feedback(42, "花呗 <b>", Language.ZhHans)),
    ];

    [Fact]
    public void Effects_are_read_back_as_they_were_written()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var bytes = EffectCodec.Write(new Outgoing(language, Effects));

            var again = EffectCodec.Read(bytes);

            again.Language.ShouldBe(language);
            EffectCodec.Write(again).ShouldBe(bytes);
            again.Effects.Select(effect => effect.GetType()).ShouldBe(Effects.Select(effect => effect.GetType()));
            again.Effects[2].ShouldBeOfType<Effect.Edit>().MessageId.ShouldBe(9_007_199_254_740_991);
            again.Effects.OfType<Effect.Tell>().ShouldBe(Effects.OfType<Effect.Tell>());
            again.Effects[3].ShouldBeOfType<Effect.Edit>().MessageId.ShouldBeNull();
        }
    }

    [Fact]
    public void Every_kind_of_effect_has_a_line_here() =>
        typeof(Effect).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Effect))).Except(Effects.Select(effect => effect.GetType())).ShouldBeEmpty();

    [Fact]
    public void The_edition_that_decided_goes_with_them()
    {
        var bytes = EffectCodec.Write(new Outgoing(Language.En, Effects, 7));

        EffectCodec.Read(bytes).ShouldSatisfyAllConditions(read => read.Edition.ShouldBe(7), read => read.Effects.Count.ShouldBe(Effects.Count));
        EffectCodec.Read(EffectCodec.Write(new Outgoing(Language.En, Effects))).Edition.ShouldBeNull();
    }

    [Fact]
    public void Every_kind_of_argument_has_a_line_here() =>
        typeof(Arg).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Arg))).Except(Args.Select(arg => arg.GetType())).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[\"fr\"]")]
    [InlineData("[\"en\",[\"?\"]]")]
    [InlineData("[\"en\",[\"s\",\"q\"]]")]
    [InlineData("[\"en\",[]]")]
    [InlineData("[\"en\",[\"s\",\"q\",[]]]")]
    [InlineData("[\"en\",[\"s\",\"q\",[[[\"key\",\"name\",[]]]]]]")]
    [InlineData("{\"a\":1}")]
    public void What_was_written_by_somebody_else_is_refused_with_one_kind_of_exception(string json) =>
        Should.Throw<FormatException>(() => EffectCodec.Read(System.Text.Encoding.UTF8.GetBytes(json)));
}
