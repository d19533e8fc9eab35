using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ontime.Bot.Tests;

public sealed class ParameterTests : EmulatorFacts
{
    [Fact]
    public async Task A_wrong_token_is_unauthorized()
    {
        using var response = await Bot.Http.PostAsJsonAsync("/bot700000001:wrong/getMe", new { }, JsonSerializerOptions.Default);
        var answer = await Answer.ReadAsync(response);
        answer.Body.GetRawText().ShouldBe("""{"ok":false,"error_code":401,"description":"Unauthorized"}""");
        answer.Status.ShouldBe(401);
        Emulator.Refusals.Single().Method.ShouldBe("getMe");
    }

    [Fact]
    public Task An_unknown_method_is_not_found() => RefusedAsync("sendMesage", new { }, 404, "Not Found: method not found");

    [Fact]
    public async Task A_path_that_names_no_method_is_on_record()
    {
        using var response = await Bot.Http.GetAsync(new Uri("/x" + Bot.Base + "getMe", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Emulator.Refusals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task LogOut_and_close_are_refused()
    {
        (await Bot.CallAsync("logOut", new { })).Status.ShouldBe(403);
        (await Bot.CallAsync("close", new { })).Status.ShouldBe(403);
        Emulator.Refusals.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"chat_id":1001,"text":"x","colour":1}""", "sendMessage has no parameter \"colour\"")]
    [InlineData("""{"chat_id":1001,"text":"x","reply_markup":null}""", "parameter \"reply_markup\" is null: leave it out instead")]
    [InlineData("""{"chat_id":1001,"text":"x","link_preview_options":{"is_disabled":null}}""", "parameter \"link_preview_options.is_disabled\" is null: leave it out instead")]
    [InlineData("""{"chat_id":1001,"text":"x","link_preview_options":{"disabled":true}}""", "LinkPreviewOptions has no parameter \"link_preview_options.disabled\"")]
    [InlineData("""{"text":"x"}""", "chat_id is empty")]
    [InlineData("""{"chat_id":1001}""", "message text is empty")]
    [InlineData("""{"chat_id":1001,"text":5}""", "text must be of type String")]
    [InlineData("""{"chat_id":true,"text":"x"}""", "chat_id must be of type String")]
    [InlineData("""{"chat_id":1001,"text":"x","protect_content":"yes"}""", "protect_content must be a boolean")]
    [InlineData("""{"chat_id":1001,"text":"x","message_thread_id":"1"}""", "message_thread_id must be an integer")]
    [InlineData("""{"chat_id":1001,"text":"x","parse_mode":"Markdown"}""", "unsupported parse_mode")]
    [InlineData("""{"chat_id":1001,"text":"\ud83d"}""", "strings must be encoded in UTF-8")]
    [InlineData("""{"chat_id":77,"text":"x"}""", "chat not found")]
    [InlineData("""{"chat_id":1001,"text":" \n "}""", "message text is empty")]
    [InlineData("""{"chat_id":1001,"text":"<b></b>","parse_mode":"HTML"}""", "message text is empty")]
    [InlineData("""{"chat_id":1001,"text":"<b>x","parse_mode":"html"}""", "can't parse entities: Can't find end tag corresponding to start tag b")]
    [InlineData("""{"chat_id":1001,"text":"x","entities":[{"type":"bold","offset":0,"length":2}]}""", "entity beyond the end of the text")]
    [InlineData("""{"chat_id":1001,"text":"x","reply_parameters":{"message_id":9}}""", "message to be replied not found")]
    public async Task A_message_that_Telegram_would_not_take_is_refused(string json, string reason)
    {
        Lin.Say("/start");
        var answer = await Bot.SendAsync("sendMessage", new StringContent(json, Encoding.UTF8, "application/json"));
        (answer.Status, answer.Description).ShouldBe((400, "Bad Request: " + reason));
        Emulator.Refusals.Single().Reason.ShouldBe("Bad Request: " + reason);
        Lin.Chat.FromBot.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("setMyName", """{"name":"$65"}""")]
    [InlineData("setMyDescription", """{"description":"$513"}""")]
    [InlineData("setMyShortDescription", """{"short_description":"$121"}""")]
    [InlineData("setMyName", """{"name":"x","language_code":"zh-hans"}""")]
    [InlineData("answerCallbackQuery", """{"callback_query_id":"1","text":"$201"}""")]
    [InlineData("setMyCommands", """{"commands":[{"command":"Check","description":"x"}]}""")]
    [InlineData("setMyCommands", """{"commands":[{"command":"check","description":""}]}""")]
    [InlineData("setMyCommands", """{"commands":[{"command":"check"}]}""")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"private"}}""")]
    [InlineData("deleteMessages", """{"chat_id":1001,"message_ids":[]}""")]
    [InlineData("sendChatAction", """{"chat_id":1001,"action":"thinking"}""")]
    [InlineData("setWebhook", """{"url":"http://e.cn"}""")]
    [InlineData("setWebhook", """{"url":"https://e.cn","secret_token":"geheim!"}""")]
    [InlineData("setWebhook", """{"url":"https://e.cn","max_connections":101}""")]
    [InlineData("getUpdates", """{"allowed_updates":["messages"]}""")]
    [InlineData("getFile", """{"file_id":"nothing"}""")]
    [InlineData("getMe", "[]")]
    [InlineData("getMe", "{")]
    [InlineData("getUpdates", """{"limit":1,"limit":2}""")]
    public async Task Every_method_keeps_its_limits(string method, string json)
    {
        var dollar = json.IndexOf('$');
        if (dollar >= 0)
        {
            var digits = json[(dollar + 1)..json.IndexOf('"', dollar)];
            json = json.Replace("$" + digits, new string('x', int.Parse(digits)));
        }

        var answer = await Bot.SendAsync(method, new StringContent(json, Encoding.UTF8, "application/json"));
        answer.Status.ShouldBe(400);
        Emulator.Refusals.Single().Method.ShouldBe(method);
    }

    [Fact]
    public async Task The_text_may_have_4096_units_after_parsing_and_32768_bytes_before()
    {
        Lin.Say("/start");
        var most = string.Concat(Enumerable.Repeat("😀", 2048));
        await Bot.DoAsync("sendMessage", new { chat_id = 1001, text = $"<b>{most}</b>", parse_mode = "HTML" });
        await RefusedAsync("sendMessage", new { chat_id = 1001, text = most + "x" }, 400, "Bad Request: message is too long");
        await RefusedAsync("sendMessage", new { chat_id = 1001, text = new string('信', 10923) }, 400, "Bad Request: text is too long");
    }

    [Fact]
    public async Task More_than_100_entities_are_refused()
    {
        Lin.Say("/start");
        var text = string.Concat(Enumerable.Repeat("<b>x</b> ", 101));
        (await Bot.CallAsync("sendMessage", new { chat_id = 1001, text, parse_mode = "HTML" })).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_form_a_query_and_multipart_are_read_like_JSON()
    {
        Lin.Say("/start");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["chat_id"] = "1001",
            ["text"] = "by form",
            ["protect_content"] = "true",
            ["reply_markup"] = """{"inline_keyboard":[[{"text":"A","callback_data":"a"}]]}""",
        });
        (await Bot.SendAsync("sendMessage", form)).Status.ShouldBe(200);
        Lin.LastMessage!.Protected.ShouldBeTrue();
        Lin.Button("A")!.Data.ShouldBe("a");

        using var byQuery = await Bot.Http.GetAsync(new Uri(Bot.Base + "sendMessage?chat_id=1001&text=by+query", UriKind.Relative));
        byQuery.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var multipart = new MultipartFormDataContent { { new StringContent("1001"), "chat_id" }, { new StringContent("by parts"), "text" } };
        (await Bot.SendAsync("sendMessage", multipart)).Status.ShouldBe(200);
        Lin.Chat.FromBot.Select(static m => m.Text).ShouldBe(["by form", "by query", "by parts"]);
        Emulator.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        var answer = await Bot.SendAsync("getMe", new StringContent("<x/>", Encoding.UTF8, "text/xml"));
        answer.Status.ShouldBe(400);
        Emulator.Refusals.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Commands_are_kept_by_scope_and_language()
    {
        var commands = new[] { new { command = "check", description = "体检" } };
        await Bot.DoAsync("setMyCommands", new { commands, scope = new { type = "all_private_chats" }, language_code = "zh" });
        Emulator.Profile.Commands[("all_private_chats", "zh")].ShouldBe([("check", "体检")]);
        (await Bot.DoAsync("getMyCommands", new { })).GetArrayLength().ShouldBe(0);
        (await Bot.DoAsync("getMyCommands", new { scope = new { type = "all_private_chats" }, language_code = "zh" })).GetArrayLength().ShouldBe(1);
        await Bot.DoAsync("deleteMyCommands", new { scope = new { type = "all_private_chats" }, language_code = "zh" });
        Emulator.Profile.Commands.ShouldBeEmpty();
    }
}
