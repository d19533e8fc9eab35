using System.Text;
using System.Text.Json;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Telegram;

public sealed class UpdateReaderTests
{
    private const string From = """{"id":42,"is_bot":false,"first_name":"小明","last_name":"x","username":"ming","language_code":"zh-hans","is_premium":true}""";
    private const string Private = """{"id":42,"first_name":"小明","type":"private"}""";
    private static readonly User Ming = new(42, false, "小明", "ming", "zh-hans");
    private static readonly Chat Here = new(42, ChatType.Private);

    [Fact]
    public void A_message_is_read_and_what_nobody_needs_is_skipped() =>
        One($$$"""{"update_id":7,"message":{"message_id":3,"from":{{{From}}},"chat":{{{Private}}},"date":1700000000,"text":"/start \"x\" \u4f60\ud83d\ude00","entities":[{"offset":0,"length":6,"type":"bot_command"}],"new_field":{"a":[1]} } }""")
            .ShouldBe(new Update.NewMessage(7, new Ontime.Telegram.Message(3, 1700000000, Here, Ming, "/start \"x\" 你😀", Content.Text)));

    [Fact]
    public void A_tap_is_read() =>
        One($$$"""{"update_id":8,"callback_query":{"id":"99","from":{{{From}}},"message":{"message_id":3,"chat":{{{Private}}},"date":5,"text":"q"},"chat_instance":"1","data":"q1:yes"}}""")
            .ShouldBe(new Update.Tap(8, new CallbackQuery("99", Ming, new Ontime.Telegram.Message(3, 5, Here, null, "q", Content.Text), "q1:yes")));

    [Fact]
    public void A_tap_under_a_message_that_is_gone_is_read()
    {
        var tap = One($$$"""{"update_id":8,"callback_query":{"id":"99","from":{{{From}}},"message":{"message_id":3,"chat":{{{Private}}},"date":0},"data":"x"}}""");

        tap.ShouldBeOfType<Update.Tap>().Query.Message.ShouldNotBeNull().IsInaccessible.ShouldBeTrue();
    }

    [Fact]
    public void A_tap_may_have_neither_a_message_nor_data() =>
        One($$$"""{"update_id":8,"callback_query":{"id":"99","from":{{{From}}},"inline_message_id":"x","game_short_name":"g"}}""")
            .ShouldBe(new Update.Tap(8, new CallbackQuery("99", Ming, null, null)));

    [Theory]
    [InlineData("kicked", MemberStatus.Kicked)]
    [InlineData("member", MemberStatus.Member)]
    [InlineData("left", MemberStatus.Left)]
    [InlineData("restricted", MemberStatus.Restricted)]
    [InlineData("administrator", MemberStatus.Administrator)]
    [InlineData("creator", MemberStatus.Administrator)]
    [InlineData("something_new", MemberStatus.Unknown)]
    public void A_change_of_membership_is_read(string status, MemberStatus expected) =>
        One($$$"""{"update_id":9,"my_chat_member":{"chat":{{{Private}}},"from":{{{From}}},"date":6,"old_chat_member":{"status":"x"},"new_chat_member":{"user":{{{From}}},"status":"{{{status}}}","until_date":0} } }""")
            .ShouldBe(new Update.Membership(9, new ChatMemberUpdated(Here, Ming, 6, expected)));

    [Theory]
    [InlineData("\"photo\":[{}]", Content.Photo)]
    [InlineData("\"sticker\":{}", Content.Sticker)]
    [InlineData("\"voice\":{}", Content.Voice)]
    [InlineData("\"audio\":{}", Content.Voice)]
    [InlineData("\"video\":{}", Content.Video)]
    [InlineData("\"video_note\":{}", Content.Video)]
    [InlineData("\"animation\":{},\"document\":{}", Content.Video)]
    [InlineData("\"location\":{},\"venue\":{}", Content.Location)]
    [InlineData("\"contact\":{}", Content.Contact)]
    [InlineData("\"document\":{}", Content.Document)]
    [InlineData("\"dice\":{}", Content.Dice)]
    [InlineData("\"pinned_message\":{\"photo\":[]}", Content.Other)]
    [InlineData("\"text\":\"x\",\"photo\":[]", Content.Text)]
    public void The_kind_of_content_is_told(string fields, Content expected) =>
        One($$$"""{"update_id":1,"message":{"message_id":3,"chat":{{{Private}}},"date":1,{{{fields}}} } }""")
            .ShouldBeOfType<Update.NewMessage>().Message.Content.ShouldBe(expected);

    [Theory]
    [InlineData("group", -5, ChatType.Group)]
    [InlineData("supergroup", -1001234567890, ChatType.Supergroup)]
    [InlineData("channel", -1001234567891, ChatType.Channel)]
    [InlineData("future", 4503599627370495, ChatType.Unknown)]
    public void Chats_have_wide_ids_and_kinds_nobody_knows_yet(string type, long id, ChatType expected) =>
        One($$$"""{"update_id":1,"message":{"message_id":3,"chat":{"id":{{{id}}},"type":"{{{type}}}"},"date":1}}""")
            .ShouldBeOfType<Update.NewMessage>().Message.Chat.ShouldBe(new Chat(id, expected));

    [Theory]
    [InlineData("""{"update_id":5,"poll_answer":{"x":1}}""")]
    [InlineData("""{"edited_message":{"message_id":1},"update_id":5}""")]
    [InlineData("""{"update_id":5}""")]
    public void Kinds_nobody_asked_for_are_confirmed(string json) => One(json).ShouldBe(new Update.Other(5));

    [Theory]
    [InlineData("a\\ud83d", "a\uFFFD")]
    [InlineData("\\ude00b", "\uFFFDb")]
    [InlineData("\\ud83dx\\ude00", "\uFFFDx\uFFFD")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\uFFFD😀")]
    [InlineData("\\uD83D\\uDE00", "😀")]
    [InlineData("a\\u0000b", "ab")]
    [InlineData("\\\"\\\\\\/\\n\\r\\t\\b\\f", "\"\\/\n\r\t\b\f")]
    [InlineData("你\\n好", "你\n好")]
    public void Any_string_a_person_can_send_becomes_well_formed(string escaped, string expected) =>
        One($$$"""{"update_id":1,"message":{"message_id":3,"chat":{{{Private}}},"date":1,"text":"{{{escaped}}}"}}""")
            .ShouldBeOfType<Update.NewMessage>().Message.Text.ShouldBe(expected);

    [Fact]
    public void Bytes_that_are_no_UTF_8_become_replacement_characters()
    {
        var json = Encoding.UTF8.GetBytes($$$"""[{"update_id":1,"message":{"message_id":3,"chat":{{{Private}}},"date":1,"text":"a#b"}}]""");
        json[Array.IndexOf(json, (byte)'#')] = 0xFF;

        UpdateReader.ReadBatch(json).Updates.ShouldHaveSingleItem().ShouldBeOfType<Update.NewMessage>().Message.Text.ShouldBe("a\uFFFDb");
    }

    [Theory]
    [InlineData("""{"update_id":5,"message":{"message_id":1}}""", 5L)]
    [InlineData("""{"message":{"message_id":"x"},"update_id":5}""", 5L)]
    [InlineData("""{"update_id":5,"message":[]}""", 5L)]
    [InlineData("""{"update_id":5,"message":5}""", 5L)]
    [InlineData("""{"update_id":5,"message":{"message_id":99999999999999999999,"chat":{"id":1},"date":1}}""", 5L)]
    [InlineData("""{"update_id":"5","message":{}}""", null)]
    [InlineData("""{"update_id":5.5}""", null)]
    [InlineData("""{"update_id":9223372036854775807}""", null)]
    [InlineData("""{"message":{}}""", null)]
    [InlineData("17", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    public void A_bad_update_spoils_no_other_and_its_id_counts(string bad, long? id)
    {
        var batch = Read($$"""[{"update_id":4},{{bad}},{"update_id":6}]""");

        batch.Updates.Select(u => u.Id).ShouldBe([4, 6]);
        batch.Unreadable.ShouldBe([new Unreadable(id)]);
        batch.Ids.ShouldBe(id is { } known ? [4, known, 6] : [4, 6]);
    }

    [Theory]
    [InlineData(55, true)]
    [InlineData(70, false)]
    [InlineData(100_000, false)]
    public void Nesting_has_a_bound_and_the_id_is_found_behind_it(int depth, bool readable)
    {
        var deep = new string('[', depth) + new string(']', depth);

        var batch = Read($$$"""[{"message":{"message_id":3,"x":{{{deep}}},"chat":{{{Private}}},"date":1},"update_id":5}]""");

        batch.Updates.Count.ShouldBe(readable ? 1 : 0);
        batch.Unreadable.ShouldBe(readable ? [] : [new Unreadable(5)]);
        batch.Ids.ShouldBe([5]);
    }

    [Fact]
    public void What_is_read_shows_no_words_of_a_person()
    {
        var update = One($$$"""{"update_id":8,"callback_query":{"id":"99","from":{{{From}}},"message":{"message_id":3,"from":{{{From}}},"chat":{{{Private}}},"date":5,"text":"私"} } }""");

        var shown = $"{update}";

        shown.ShouldContain("user 42");
        new[] { "小明", "ming", "私" }.ShouldAllBe(word => !shown.Contains(word));
    }

    [Fact]
    public void Ids_stay_in_the_order_of_the_answer() =>
        Read("""[{"update_id":900},{"update_id":7},{"update_id":8}]""").Ids.ShouldBe([900, 7, 8]);

    [Theory]
    [InlineData("{}")]
    [InlineData("true")]
    [InlineData("[1,")]
    public void What_is_no_list_is_refused_as_a_whole(string json) => Should.Throw<JsonException>(() => Read(json));

    private static Update One(string json) => Read($"[{json}]").Updates.ShouldHaveSingleItem();

    private static UpdateBatch Read(string json) => UpdateReader.ReadBatch(Encoding.UTF8.GetBytes(json));
}
