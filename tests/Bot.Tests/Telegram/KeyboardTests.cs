using Ontime.Telegram;

namespace Ontime.Bot.Tests.Telegram;

using Button = Ontime.Telegram.Button;

public sealed class KeyboardTests
{
    [Fact]
    public void A_keyboard_within_the_limits_is_built()
    {
        var rows = Enumerable.Range(0, 12).Select(r => Row(8, r)).Append(Row(4, 12)).ToList();

        new Keyboard(rows).InlineKeyboard.Sum(row => row.Count).ShouldBe(100);
    }

    [Theory]
    [InlineData("q:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "67")]
    [InlineData("二十二个汉字是六十六个字节所以这里超出了限额呀", "69")]
    [InlineData("", "0")]
    public void Data_is_counted_in_bytes_and_the_button_is_named(string data, string bytes)
    {
        var message = Should.Throw<ArgumentException>(() => new Keyboard([[new Button("Paid", data)]])).Message;

        message.ShouldContain("“Paid”");
        message.ShouldContain($"data of {bytes} bytes");
    }

    [Fact]
    public void Sixty_four_bytes_are_allowed() => new Keyboard([[new Button("x", new string('a', 64))]]).InlineKeyboard.Count.ShouldBe(1);

    [Fact]
    public void A_button_needs_a_text_and_exactly_one_deed()
    {
        Should.Throw<ArgumentException>(() => new Keyboard([[new Button(" ", "x")]])).Message.ShouldContain("has no text");
        Should.Throw<ArgumentException>(() => new Keyboard([[new Button("A", null)]])).Message.ShouldContain("“A” must have either");
        Should.Throw<ArgumentException>(() => new Keyboard([[new Button("A", "x", "https://x.example")]])).Message.ShouldContain("“A” must have either");
    }

    [Fact]
    public void Rows_and_the_whole_are_bounded()
    {
        Should.Throw<ArgumentException>(() => new Keyboard([Row(9, 0)])).Message.ShouldContain("9 buttons (it begins with “0.0”)");
        Should.Throw<ArgumentException>(() => new Keyboard([[]])).Message.ShouldContain("A row of 0 buttons");
        Should.Throw<ArgumentException>(() => new Keyboard([.. Enumerable.Range(0, 13).Select(r => Row(8, r))])).Message.ShouldContain("104 buttons");
    }

    private static List<Button> Row(int count, int row) => [.. Enumerable.Range(0, count).Select(n => new Button($"{row}.{n}", $"q{row}:{n}"))];
}
