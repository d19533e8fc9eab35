using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Telegram;

using Button = Ontime.Telegram.Button;

public sealed class CallTests
{
    private static readonly Keyboard Buttons = new([[new Button("好", "q1:yes"), new Button("Open", null, "https://example.org")]]);

    public static TheoryData<Call, string, string> Calls => new()
    {
        { new GetMe(), "getMe", "{}" },
        { new DeleteWebhook(), "deleteWebhook", "{}" },
        { new GetWebhookInfo(), "getWebhookInfo", "{}" },
        { LongPoll.Start.Call(), "getUpdates", """{"timeout":50,"allowed_updates":["message","callback_query","my_chat_member"]}""" },
        {
            new GetUpdates(-5, 0) { Limit = 1 }, "getUpdates",
            """{"offset":-5,"timeout":0,"limit":1,"allowed_updates":["message","callback_query","my_chat_member"]}"""
        },
        {
            new SetWebhook("https://bot.example/hook", "s3cret") { MaxConnections = 10 }, "setWebhook",
            """{"url":"https://bot.example/hook","secret_token":"s3cret","allowed_updates":["message","callback_query","my_chat_member"],"max_connections":10}"""
        },
        {
            new SendMessage(-1001234567890, "<b>你好</b>") { ReplyMarkup = Buttons, DisableNotification = true, ProtectContent = true }, "sendMessage",
            """
            {"chat_id":-1001234567890,"text":"<b>你好</b>","parse_mode":"HTML",
             "reply_markup":{"inline_keyboard":[[{"text":"好","callback_data":"q1:yes"},{"text":"Open","url":"https://example.org"}]]},
             "link_preview_options":{"is_disabled":true},"disable_notification":true,"protect_content":true}
            """
        },
        { new SendMessage(1, "a < b") { Plain = true }, "sendMessage", """{"chat_id":1,"text":"a < b","link_preview_options":{"is_disabled":true}}""" },
        {
            new EditMessageText(1, 2, "x") { ReplyMarkup = new Keyboard([]) }, "editMessageText",
            """{"chat_id":1,"message_id":2,"text":"x","parse_mode":"HTML","reply_markup":{"inline_keyboard":[]},"link_preview_options":{"is_disabled":true}}"""
        },
        { new EditMessageReplyMarkup(1, 2, null), "editMessageReplyMarkup", """{"chat_id":1,"message_id":2}""" },
        { new DeleteMessage(1, 2), "deleteMessage", """{"chat_id":1,"message_id":2}""" },
        { new AnswerCallbackQuery("77"), "answerCallbackQuery", """{"callback_query_id":"77"}""" },
        { new AnswerCallbackQuery("77", "ok") { ShowAlert = true }, "answerCallbackQuery", """{"callback_query_id":"77","text":"ok","show_alert":true}""" },
        {
            new SendPhoto(1, new FileSource.Known("AgAC")) { Caption = "<i>x</i>" }, "sendPhoto",
            """{"chat_id":1,"photo":"AgAC","caption":"<i>x</i>","parse_mode":"HTML"}"""
        },
        { new SendDocument(1, new FileSource.Known("BQAC")), "sendDocument", """{"chat_id":1,"document":"BQAC"}""" },
        {
            new SetMyCommands([new BotCommand("start", "开始")], CommandScope.AllPrivateChats, "zh"), "setMyCommands",
            """{"commands":[{"command":"start","description":"开始"}],"scope":{"type":"all_private_chats"},"language_code":"zh"}"""
        },
        { new DeleteMyCommands(CommandScope.Chat(5), null), "deleteMyCommands", """{"scope":{"type":"chat","chat_id":5}}""" },
        { new GetMyCommands(CommandScope.Chat(5), null), "getMyCommands", """{"scope":{"type":"chat","chat_id":5}}""" },
        { new SetMyDescription("d", "en"), "setMyDescription", """{"description":"d","language_code":"en"}""" },
        { new SetMyShortDescription("s", null), "setMyShortDescription", """{"short_description":"s"}""" },
        { new LeaveChat(-5), "leaveChat", """{"chat_id":-5}""" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Each_call_is_written_with_the_fields_of_the_Bot_API_and_no_nulls(Call call, string method, string json)
    {
        var body = call.ToBody();

        call.Method.ShouldBe(method);
        body.ContentType.ShouldBe("application/json");
        JsonElement.DeepEquals(Parse(body.Bytes), Parse(Encoding.UTF8.GetBytes(json))).ShouldBeTrue(Encoding.UTF8.GetString(body.Bytes.Span));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_shows_its_method_and_nothing_it_carries(Call call, string method, string json)
    {
        json.ShouldNotBeEmpty();
        $"{call}".ShouldBe(method);
    }

    [Fact]
    public void Every_call_stands_in_the_table_above()
    {
        var all = typeof(Call).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Call)) && !t.IsAbstract).Select(t => t.Name);

        Calls.Select(row => row.Data.Item1.GetType().Name).Distinct().Order().ShouldBe(all.Order());
    }

    [Fact]
    public void Chinese_goes_out_as_UTF_8_and_a_lone_surrogate_does_no_harm()
    {
        var bytes = new SendMessage(1, "准点\uD83D!").ToBody().Bytes;

        Encoding.UTF8.GetString(bytes.Span).ShouldContain("准点");
        Parse(bytes).GetProperty("text").GetString().ShouldBe("准点\uFFFD!");
    }

    [Fact]
    public void A_file_goes_as_multipart_with_every_other_field_beside_it()
    {
        var csv = "a,b\r\n1,2\r\n"u8.ToArray();
        var call = new SendDocument(7, new FileSource.Upload("账\"单\r\n.csv", "text/csv", csv)) { Caption = "说明", ReplyMarkup = Buttons };

        var body = call.ToBody();

        body.ContentType.ShouldBe("multipart/form-data; boundary=ontime-part");
        Encoding.UTF8.GetString(body.Bytes.Span).ShouldBe(string.Join("\r\n",
        [
            "--ontime-part", "Content-Disposition: form-data; name=\"chat_id\"", "", "7",
            "--ontime-part", "Content-Disposition: form-data; name=\"caption\"", "", "说明",
            "--ontime-part", "Content-Disposition: form-data; name=\"parse_mode\"", "", "HTML",
            "--ontime-part", "Content-Disposition: form-data; name=\"reply_markup\"", "",
            """{"inline_keyboard":[[{"text":"好","callback_data":"q1:yes"},{"text":"Open","url":"https://example.org"}]]}""",
            "--ontime-part", "Content-Disposition: form-data; name=\"document\"; filename=\"账_单__.csv\"", "Content-Type: text/csv", "",
            "a,b", "1,2", "",
            "--ontime-part--", "",
        ]));
    }

    [Fact]
    public void The_boundary_never_occurs_in_the_file()
    {
        var body = new SendPhoto(7, new FileSource.Upload("x.png", "image/png", "ontime-part ontime-part-x"u8.ToArray())).ToBody();

        body.ContentType.ShouldBe("multipart/form-data; boundary=ontime-part-x-x");
    }

    [Fact]
    public async Task Results_are_read_by_the_kind_of_the_call()
    {
        await using var server = new RawServer(r => RawAnswer.Ok(r.Line.Split('/', ' ')[3] switch
        {
            "getMe" => """{"id":9007199254740991,"is_bot":true,"first_name":"准点","username":"ontime_bot","can_join_groups":true}""",
            "getWebhookInfo" => """{"url":"","has_custom_certificate":false,"pending_update_count":3,"last_error_date":5,"last_error_message":"x"}""",
            "getMyCommands" => """[{"command":"a","description":"b","is_ephemeral":false},{"command":"c","description":"d"}]""",
            "sendMessage" => """{"message_id":42,"date":1,"chat":{"id":1,"type":"private"},"text":"\ud83d"}""",
            "sendPhoto" => """{"message_id":43,"photo":[{"file_id":"small","width":1},{"file_id":"large","width":2}]}""",
            "sendDocument" => """{"message_id":44,"document":{"thumb":{"file_id":"no"},"file_id":"doc"}}""",
            _ => "true",
        }));
        using var api = server.Client();

        (await Ask(api, new GetMe())).ShouldBe(new User(9007199254740991, true, "准点", "ontime_bot", null));
        (await Ask(api, new GetWebhookInfo())).ShouldBe(new WebhookInfo("", 3, 5, "x"));
        (await Ask(api, new GetMyCommands(null, null))).ShouldBe([new BotCommand("a", "b"), new BotCommand("c", "d")]);
        (await Ask(api, new SendMessage(1, "x"))).ShouldBe(new Posted(42, null));
        (await Ask(api, new SendPhoto(1, new FileSource.Known("x")))).ShouldBe(new Posted(43, "large"));
        (await Ask(api, new SendDocument(1, new FileSource.Upload("x", "x/x", "1"u8.ToArray())))).ShouldBe(new Posted(44, "doc"));
        (await Ask(api, new AnswerCallbackQuery("1"))).ShouldBe(new Posted(null, null));
        (await Ask(api, new LeaveChat(1))).ShouldBeTrue();
    }

    [Fact]
    public void The_true_that_answers_a_tap_is_read_without_an_exception_inside()
    {
        var (here, thrown) = (Environment.CurrentManagedThreadId, 0);
        void Count(object? sender, FirstChanceExceptionEventArgs e) => thrown += Environment.CurrentManagedThreadId == here ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        try
        {
            ResultReader.Posted("true"u8).ShouldBe(new Posted(null, null));
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Count;
        }

        thrown.ShouldBe(0);
    }

    private static async Task<T?> Ask<T>(BotApi api, Call<T> call)
    {
        var reply = await api.CallAsync(call, TimeSpan.FromSeconds(10), CancellationToken.None);
        reply.Outcome.ShouldBe(new Outcome.Done());
        return reply.Result;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
