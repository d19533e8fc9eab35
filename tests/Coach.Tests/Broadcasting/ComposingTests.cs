using NodaTime;
using Ontime.Broadcasting;
using Ontime.Tests.Dialogs;
using Ontime.Words;

namespace Ontime.Tests.Broadcasting;

public sealed class ComposingTests
{
    private const long Admin = 7;
    private static readonly Coach Coach = new(SmallSet.Read(DialogFiles.Shipped), new Operator(null, null, null) { AdminIds = [Admin] });
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    [Theory]
    [InlineData("/broadcast\nzh: 你好，大家！\nen: Hello", "你好，大家！", "Hello")]
    [InlineData("/Broadcast@bot\nEN: one\n\ntwo\n zh：一\n二", "一\n二", "one\n\ntwo")]
    [InlineData("/broadcast en:only", null, "only")]
    [InlineData("/broadcast\n中文: 好\n英文:", "好", null)]
    [InlineData("/broadcast\nen: <b>a <i>b</i></b> <a href=\"https://x.org/?a=1\">c</a> &lt;d&gt;", null, "<b>a <i>b</i></b> <a href=\"https://x.org/?a=1\">c</a> &lt;d&gt;")]
    public void Two_texts_are_read_out_of_one_message(string words, string? chinese, string? english) =>
        Order(words).ShouldBe(new CastOrder.Compose(chinese, english));

    [Theory]
    [InlineData("/broadcast", "cast.how")]
    [InlineData("/broadcast hello\nen: x", "cast.how")]
    [InlineData("/broadcast\nen: x\nen: y", "cast.how")]
    [InlineData("/broadcast\nen:\nzh: ", "cast.how")]
    [InlineData("/broadcast\nen: Q&A", "cast.bad.ampersand")]
    [InlineData("/broadcast\nen: a > b", "cast.bad.sign")]
    [InlineData("/broadcast\nen: a < b", "cast.bad.sign")]
    [InlineData("/broadcast\nen: <b>x", "cast.bad.open")]
    [InlineData("/broadcast\nen: <b>x</i></b>", "cast.bad.close")]
    [InlineData("/broadcast\nen: <p>x</p>", "cast.bad.tag")]
    [InlineData("/broadcast\nen: <b class=\"x\">x</b>", "cast.bad.tag")]
    [InlineData("/broadcast\nen: <a href=\"javascript:1\">x</a>", "cast.bad.link")]
    [InlineData("/broadcast\nen: <a href=\"\">x</a>", "cast.bad.link")]
    [InlineData("/broadcast\nen: <a href=\"https://x\" id=\"y\">x</a>", "cast.bad.link")]
    [InlineData("/broadcast\nen: <code><b>x</b></code>", "cast.bad.inside")]
    [InlineData("/broadcast\nzh: 好\nen: <blockquote><blockquote>x</blockquote></blockquote>", "cast.bad.inside")]
    public void What_Telegram_would_refuse_is_told_and_orders_nothing(string words, string key)
    {
        var turn = Say(words, Admin);

        turn.Effects.OfType<Effect.Cast>().ShouldBeEmpty();
        var line = turn.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.Say>().Message.Lines.Single();
        (line.Key == "cast.bad" ? ((Arg.Block)line.Args["why"]).Lines.Single().Key : line.Key).ShouldBe(key);
    }

    [Fact]
    public void An_order_is_audited_and_so_is_one_of_somebody_else_who_gets_no_further()
    {
        Say("/broadcast\nen: x", Admin).Audit.ShouldHaveSingleItem().Refused.ShouldBeFalse();

        var turn = Say("/broadcast\nen: x", 8);
        turn.Effects.OfType<Effect.Cast>().ShouldBeEmpty();
        turn.Audit.ShouldHaveSingleItem().Refused.ShouldBeTrue();

        var forged = Coach.Handle(null, new Input.Tapped(new Person(8, null, "en"), "b:send 1", 5, "q"), Now);
        forged.Effects.OfType<Effect.Cast>().ShouldBeEmpty();
        forged.Audit.ShouldHaveSingleItem().Refused.ShouldBeTrue();
    }

    [Fact]
    public void Every_order_is_read_back_from_its_words_and_fits_a_button()
    {
        var id = long.MaxValue / 1000;
        List<CastOrder> orders =
        [
            new CastOrder.Compose("一\n二", null), new CastOrder.Compose(null, "<b>x</b>"), new CastOrder.List(), new CastOrder.Choose(id), new CastOrder.ChooseStep(id),
            .. Enum.GetValues<CastGroup>().Select(group => new CastOrder.Aim(id, group, group == CastGroup.Stalled ? "R4.when" : null)),
            new CastOrder.Test(id), new CastOrder.Send(id), new CastOrder.Pause(id), new CastOrder.Resume(id), new CastOrder.Stop(id), new CastOrder.Again(id),
            new CastOrder.Drop(id), new CastOrder.Show(id),
        ];
        orders.Select(order => order.GetType()).Distinct().Count().ShouldBe(typeof(CastOrder).GetNestedTypes().Length);
        foreach (var order in orders)
        {
            var bytes = EffectCodec.Write(new Outgoing(Language.En, [new Effect.Cast(order, 12)]));
            EffectCodec.Read(bytes).Effects.ShouldBe([new Effect.Cast(order, 12)]);
            (CastOrders.Button + CastOrders.Write(order)).Length.ShouldBeLessThanOrEqualTo(Limits.ButtonData);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("send")]
    [InlineData("send -1")]
    [InlineData("send 1 2")]
    [InlineData("aim 1 nobody")]
    [InlineData("new")]
    public void A_button_with_other_words_is_answered_and_does_nothing(string words)
    {
        var turn = Coach.Handle(null, new Input.Tapped(new Person(Admin, null, "en"), CastOrders.Button + words, 5, "q"), Now);

        turn.Effects.ShouldBe([new Effect.Answer("q", null)]);
    }

    private static CastOrder Order(string words) => Say(words, Admin).Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.Cast>().Order;

    private static Turn Say(string words, long from) => Coach.Handle(null, new Input.Said(new Person(from, null, "en"), words, 1, Now), Now);
}
