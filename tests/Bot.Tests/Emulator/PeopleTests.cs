namespace Ontime.Bot.Tests;

public sealed class PeopleTests : EmulatorFacts
{
    [Fact]
    public async Task A_person_speaks_taps_and_sees_what_the_bot_did()
    {
        Lin.Say("/start");
        var updates = await Bot.PollAsync(new { timeout = 0 });
        updates[0].GetProperty("message").GetProperty("text").GetString().ShouldBe("/start");
        updates[0].GetProperty("message").GetProperty("from").GetProperty("id").GetInt64().ShouldBe(1001);
        await Bot.DoAsync("sendMessage", new { chat_id = 1001, text = "<b>Ready?</b>", parse_mode = "HTML", reply_markup = Inline(Press("Yes", "q1:yes")) });
        Lin.LastMessage!.Text.ShouldBe("Ready?");
        Lin.LastMessage.Source.ShouldBe("<b>Ready?</b>");
        Lin.Button("Yes")!.Data.ShouldBe("q1:yes");

        var tap = Lin.Tap("Yes")!;
        Emulator.Journal.Unanswered.ShouldBe([tap]);
        updates = await Bot.PollAsync(new { offset = updates[0].GetProperty("update_id").GetInt32() + 1 });
        var query = updates.Single().GetProperty("callback_query");
        query.GetProperty("data").GetString().ShouldBe("q1:yes");
        await Bot.DoAsync("answerCallbackQuery", new { callback_query_id = query.GetProperty("id").GetString(), text = "Good" });
        await Bot.DoAsync("editMessageText", new { chat_id = 1001, message_id = Lin.LastMessage.Id, text = "Ready: yes" });

        tap.Toast.ShouldBe("Good");
        Emulator.Journal.Unanswered.ShouldBeEmpty();
        Lin.LastMessage.Edited.ShouldBeTrue();
        Lin.LastMessage.Keyboard.ShouldBeEmpty();
        Emulator.Refusals.ShouldBeEmpty();
    }
}
