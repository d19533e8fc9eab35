using Ontime.Admin;

namespace Ontime.Tests.Admin;

public class OrdersTests
{
    /// <summary>One of each: a new order without a line here is red.</summary>
    private static readonly IReadOnlyList<Order> All =
    [
        new Order.Menu(), new Order.Stats(StatsPart.People), new Order.Stats(StatsPart.Checklist), new Order.Look(42), new Order.Reset(42, Sure: false), new Order.Reset(42, Sure: true),
        new Order.Pause(42), new Order.Ban(42, Sure: false), new Order.Ban(42, Sure: true), new Order.Unban(42), new Order.Message(42, "two words,\nand a line"), new Order.Reply(42),
        new Order.Audit(), new Order.Errors(), new Order.Retry(7, 4_503_599_627_370_495), new Order.Drop(7), new Order.Health(), new Order.Backup(),
        new Order.Reload(null), new Order.Reload("back"), new Order.Reload("0123456789abcdef"),
    ];

    [Fact]
    public void An_order_is_read_back_as_it_was_written()
    {
        foreach (var order in All)
        {
            Orders.Parse(Orders.Write(order)).ShouldBe(order);
        }
    }

    [Fact]
    public void Every_order_has_a_line_here() =>
        typeof(Order).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Order))).Except(All.Select(order => order.GetType())).ShouldBeEmpty();

    [Fact]
    public void Every_order_that_can_be_pressed_fits_a_button()
    {
        foreach (var order in All.Where(order => order is not Order.Message))
        {
            $"{Orders.Button}{Orders.Write(order)}".Length.ShouldBeLessThanOrEqualTo(Ontime.Limits.ButtonData);
        }
    }

    [Theory]
    [InlineData("USER  #42 ")]
    [InlineData("user\n42")]
    public void Typed_orders_are_taken_as_people_type_them(string words) => Orders.Parse(words).ShouldBe(new Order.Look(42));

    [Theory]
    [InlineData("ban")]
    [InlineData("ban @lin")]
    [InlineData("ban -42")]
    [InlineData("ban 99999999999999999999")]
    [InlineData("message 42")]
    [InlineData("stats everything")]
    [InlineData("stats 1")]
    [InlineData("retry 7")]
    [InlineData("shutdown")]
    public void What_is_no_order_is_none(string words) => Orders.Parse(words).ShouldBeNull();

    [Fact]
    public void Only_a_plain_sure_is_sure() => Orders.Parse("ban 42 surely").ShouldBe(new Order.Ban(42, Sure: false));
}
