namespace Ontime.Bot.Tests;

public sealed class KeyboardTests : EmulatorFacts
{
    public static TheoryData<object, string> Bad => new()
    {
        { Inline(Press("A", "")), "BUTTON_DATA_INVALID" },
        { Inline(Press("A", new string('信', 22))), "BUTTON_DATA_INVALID" },
        { Inline(Press(" ", "a")), "keyboard button text must be non-empty" },
        { Inline(new { text = "A" }), "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard" },
        { Inline(new { text = "A", callback_data = "a", url = "https://e.cn" }), "can't parse inline keyboard button: exactly one action is allowed, found 2" },
        { Inline(new { text = "A", url = "nowhere" }), "reply_markup.inline_keyboard[0][0].url must be a http, https or tg URL" },
        { Inline(new { text = "A", callback_data = "a", style = "red" }), "reply_markup.inline_keyboard[0][0].style must be one of primary, success, danger" },
        { Inline(new { text = "A", data = "a" }), "InlineKeyboardButton has no parameter \"reply_markup.inline_keyboard[0][0].data\"" },
        { Inline([.. Enumerable.Range(0, 9).Select(static n => Press("A", $"{n}"))]), "reply markup is too long" },
        { new { inline_keyboard = Enumerable.Range(0, 101).Select(static n => new[] { Press("A", $"{n}") }) }, "reply markup is too long" },
        { new { inline_keyboard = new[] { Press("A", "a") } }, "reply_markup.inline_keyboard[0] must be an array" },
        { new { buttons = 1 }, "object expected as reply markup" },
        { new { keyboard = new[] { new[] { new { text = "" } } } }, "keyboard button text must be non-empty" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_keyboard_that_breaks_a_rule_is_refused(object markup, string reason)
    {
        Lin.Say("/start");
        await RefusedAsync("sendMessage", new { chat_id = 1001, text = "x", reply_markup = markup }, 400, "Bad Request: " + reason);
    }

    [Fact]
    public async Task The_largest_keyboard_is_taken()
    {
        await PostAsync(new { inline_keyboard = Enumerable.Range(0, 100).Select(static n => Press("A", $"{n}:".PadRight(64, 'x'))).Chunk(8) });
        Lin.LastMessage!.Keyboard.Sum(static row => row.Count).ShouldBe(100);
        Lin.LastMessage.Keyboard[0].Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_reply_keyboard_stays_until_it_is_removed_and_its_buttons_speak()
    {
        await PostAsync(new { keyboard = new[] { new[] { new { text = "Menu" } } }, resize_keyboard = true });
        Lin.Tap("Menu").ShouldBeNull();
        Lin.Chat.Visible[^1].Text.ShouldBe("Menu");
        await Bot.DoAsync("sendMessage", new { chat_id = 1001, text = "gone", reply_markup = new { remove_keyboard = true } });
        Lin.Chat.ReplyKeyboard.ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(() => Lin.Tap("Menu")).Message.ShouldContain("question");
    }

    [Fact]
    public async Task An_edit_takes_only_an_inline_keyboard()
    {
        var id = await PostAsync(Inline(Press("A", "a")));
        await RefusedAsync(
            "editMessageReplyMarkup",
            new { chat_id = 1001, message_id = id, reply_markup = new { remove_keyboard = true } },
            400,
            "Bad Request: InlineKeyboardMarkup has no parameter \"reply_markup.remove_keyboard\"");
    }
}
