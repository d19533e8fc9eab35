using NodaTime;

namespace Ontime.Bot.Tests;

public sealed class MessageTests : EmulatorFacts
{
    private const string NotModified =
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    private const string TooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused_unless_the_test_allows_it()
    {
        var id = await PostAsync();
        await RefusedAsync("editMessageText", new { chat_id = 1001, message_id = id, text = "question\n" }, 400, NotModified);
        await RefusedAsync("editMessageReplyMarkup", new { chat_id = 1001, message_id = id }, 400, NotModified);
        Emulator.Allow("message is not modified");
        Emulator.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Formatting_alone_is_a_change()
    {
        var id = await PostAsync();
        await Bot.DoAsync("editMessageText", new { chat_id = 1001, message_id = id, text = "<b>question</b>", parse_mode = "HTML" });
        Lin.LastMessage!.Entities.Single().Type.ShouldBe("bold");
    }

    [Fact]
    public async Task An_edit_without_a_keyboard_takes_the_keyboard_away()
    {
        var id = await PostAsync(Inline(Press("A", "a")));
        var edited = await Bot.DoAsync("editMessageText", new { chat_id = 1001, message_id = id, text = "question" });
        edited.TryGetProperty("reply_markup", out _).ShouldBeFalse();
        Lin.Button("A").ShouldBeNull();
    }

    [Fact]
    public async Task Only_a_message_of_the_bot_that_still_stands_can_be_edited()
    {
        var mine = Lin.Say("/start");
        await RefusedAsync("editMessageText", new { chat_id = 1001, message_id = 99, text = "x" }, 400, "Bad Request: message to edit not found");
        await RefusedAsync("editMessageText", new { chat_id = 1001, message_id = mine, text = "x" }, 400, "Bad Request: message can't be edited");
        var forced = await PostAsync(new { force_reply = true });
        await RefusedAsync("editMessageText", new { chat_id = 1001, message_id = forced, text = "x" }, 400, "Bad Request: message can't be edited");
        await RefusedAsync("editMessageCaption", new { chat_id = 1001, message_id = await PostAsync(), caption = "x" }, 400, "Bad Request: there is no caption in the message to edit");
    }

    [Fact]
    public async Task Messages_are_deleted_within_48_hours_those_of_the_person_too()
    {
        var hers = Lin.Say("my secret");
        var id = await PostAsync();
        await Bot.DoAsync("deleteMessage", new { chat_id = 1001, message_id = hers });
        Lin.Chat.Messages[0].Deleted.ShouldBeTrue();
        await RefusedAsync("deleteMessage", new { chat_id = 1001, message_id = hers }, 400, "Bad Request: message to delete not found");
        Emulator.Advance(Duration.FromHours(49));
        await RefusedAsync("deleteMessage", new { chat_id = 1001, message_id = id }, 400, "Bad Request: message can't be deleted for everyone");
        var fresh = await PostAsync();
        await Bot.DoAsync("deleteMessages", new { chat_id = 1001, message_ids = new[] { 5, id, fresh } });
        Lin.Chat.FromBot.Select(static m => m.Id).ShouldBe([id]);
    }

    [Fact]
    public async Task A_tap_is_answered_once_and_in_time()
    {
        await PostAsync(Inline(Press("A", "a")));
        var tap = Lin.Tap("A")!;
        await Bot.DoAsync("answerCallbackQuery", new { callback_query_id = tap.Id, text = "ok", show_alert = true });
        (tap.Toast, tap.Alert).ShouldBe(("ok", true));
        await RefusedAsync("answerCallbackQuery", new { callback_query_id = tap.Id }, 400, TooOld + " (it was answered before)");
        await RefusedAsync("answerCallbackQuery", new { callback_query_id = "1" }, 400, TooOld);
        var late = Lin.Tap("A")!;
        Emulator.Advance(Duration.FromSeconds(151));
        await RefusedAsync("answerCallbackQuery", new { callback_query_id = late.Id }, 400, TooOld);
    }

    [Fact]
    public async Task Whoever_cannot_be_written_to_says_why()
    {
        await RefusedAsync("sendMessage", new { chat_id = 1001, text = "x" }, 403, "Forbidden: bot can't initiate conversation with a user");
        Lin.Say("/start");
        Lin.Block();
        await RefusedAsync("sendMessage", new { chat_id = 1001, text = "x" }, 403, "Forbidden: bot was blocked by the user");
        Lin.Unblock();
        await Bot.DoAsync("sendMessage", new { chat_id = 1001, text = "x" });
        Lin.Deactivate();
        await RefusedAsync("sendMessage", new { chat_id = 1001, text = "x" }, 403, "Forbidden: user is deactivated");
    }

    [Fact]
    public async Task A_reply_may_miss_its_message_where_that_is_allowed()
    {
        var id = Lin.Say("/start");
        var sent = await Bot.DoAsync("sendMessage", new { chat_id = 1001, text = "x", reply_parameters = new { message_id = id } });
        sent.GetProperty("reply_to_message").GetProperty("message_id").GetInt32().ShouldBe(id);
        await Bot.DoAsync("sendMessage", new { chat_id = 1001, text = "x", reply_parameters = new { message_id = 1, allow_sending_without_reply = true } });
        Lin.LastMessage!.ReplyTo.ShouldBeNull();
    }
}
