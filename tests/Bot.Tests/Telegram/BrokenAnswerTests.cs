using Ontime.Telegram;
using static Ontime.Telegram.Outcome;

namespace Ontime.Bot.Tests.Telegram;

public sealed class BrokenAnswerTests
{
    public static TheoryData<int, string, Outcome> Bodies => new()
    {
        { 502, "<html><body><h1>502 Bad Gateway</h1></body></html>", new Unknown(UnknownKind.Gateway) },
        { 503, "", new Unknown(UnknownKind.Gateway) },
        { 504, "upstream timed out", new Unknown(UnknownKind.Gateway) },
        { 502, """{"result":1}""", new Unknown(UnknownKind.Gateway) },
        { 200, "", new Unknown(UnknownKind.Unreadable) },
        { 200, "null", new Unknown(UnknownKind.Unreadable) },
        { 200, "[]", new Unknown(UnknownKind.Unreadable) },
        { 200, "{}", new Unknown(UnknownKind.Unreadable) },
        { 200, """{"ok":"yes"}""", new Unknown(UnknownKind.Unreadable) },
        { 200, """{"result":{"message_id":1}}""", new Unknown(UnknownKind.Unreadable) },
        { 200, """{"ok":true,"result":{"message_id":1,"te""", new Unknown(UnknownKind.Unreadable) },
        { 200, """{"ok":true,"result":{"message_id":1}} trailing""", new Unknown(UnknownKind.Unreadable) },
        { 200, """{"ok":true}""", new Done() },
        { 200, """{"ok":true,"result":{"message_id":"one"}}""", new Done() },
        { 200, """{"ok":true,"result":false}""", new Done() },
        { 200, """{"ok":false,"error_code":99999999999999999999}""", new Unknown(UnknownKind.Unreadable) },
        { 200, "<html>log in to the hotel's network</html>", new Unknown(UnknownKind.Unreadable) },
        { 302, "", new ServerTrouble(302) },
        { 403, "<html>blocked by the firewall</html>", new ServerTrouble(403) },
        { 407, "", new NoConnection(ConnectionTrouble.Proxy) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task An_answer_that_is_not_the_Bot_APIs_is_an_outcome(int status, string body, Outcome expected)
    {
        await using var server = new RawServer(_ => RawAnswer.Http(status, body, "text/html"));
        using var api = server.Client();

        var reply = await api.CallAsync(new SendMessage(1, "x"), TimeSpan.FromSeconds(10), CancellationToken.None);

        reply.Outcome.ShouldBe(expected);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_huge_answer_is_not_read_to_its_end(bool saysItsLength)
    {
        var head = "HTTP/1.1 200 OK\r\n" + (saysItsLength ? "Content-Length: 2000000000\r\n" : "Connection: close\r\n") + "\r\n";
        byte[] bytes = [.. System.Text.Encoding.Latin1.GetBytes(head), .. Enumerable.Repeat((byte)' ', 2 * 1024 * 1024)];
        await using var server = new RawServer(_ => new RawAnswer(bytes, Then.Close));
        using var api = server.Client();

        var reply = await api.CallAsync(new SendMessage(1, "x"), TimeSpan.FromSeconds(10), CancellationToken.None);

        reply.Outcome.ShouldBe(new Unknown(UnknownKind.TooLarge));
    }

    [Fact]
    public async Task An_answer_of_many_kilobytes_is_read_whole()
    {
        var update = """{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"TEXT"}}""";
        var text = new string('x', 200_000);
        await using var server = new RawServer(_ => RawAnswer.Ok($"[{update.Replace("TEXT", text)}]"));
        using var api = server.Client();

        var reply = await api.CallAsync(LongPoll.Start.Call(), TimeSpan.FromSeconds(10), CancellationToken.None);

        reply.Result!.Updates.ShouldHaveSingleItem().ShouldBeOfType<Update.NewMessage>().Message.Text.ShouldBe(text);
    }

    [Fact]
    public async Task A_field_that_is_null_counts_as_absent()
    {
        var update = """
            {"update_id":1,"edited_message":null,"message":{"message_id":1,"date":null,"chat":{"id":1,"type":"private","title":null},
            "from":{"id":1,"is_bot":null,"first_name":"L","username":null,"language_code":null},"text":"hi","photo":null}}
            """;
        await using var server = new RawServer(_ => RawAnswer.Ok($"[{update}]"));
        using var api = server.Client();

        var reply = await api.CallAsync(LongPoll.Start.Call(), TimeSpan.FromSeconds(10), CancellationToken.None);

        var message = reply.Result!.Updates.ShouldHaveSingleItem().ShouldBeOfType<Update.NewMessage>().Message;
        message.ShouldBe(new Ontime.Telegram.Message(1, 0, new Chat(1, ChatType.Private), new User(1, false, "L", null, null), "hi", Content.Text));
    }

    [Fact]
    public async Task Nesting_beyond_measure_is_an_outcome()
    {
        var deep = new string('[', 200_000) + new string(']', 200_000);
        await using var server = new RawServer(_ => RawAnswer.Ok($$"""{"message_id":5,"x":{{deep}}}"""));
        using var api = server.Client();

        var reply = await api.CallAsync(new SendMessage(1, "x"), TimeSpan.FromSeconds(10), CancellationToken.None);

        reply.ShouldBe(new Reply<Posted>(new Done(), new Posted(5, null)));
    }

    [Fact]
    public void No_cut_of_a_good_answer_throws()
    {
        var whole = """{"ok":false,"error_code":429,"description":"Too Many \"Re\u0071uests\"","parameters":{"retry_after":7}}"""u8;
        for (var length = 0; length < whole.Length; length++)
        {
            Envelope.Read(whole[..length]).ShouldBeNull();
        }

        Envelope.Read(whole).ShouldNotBeNull().RetryAfter.ShouldBe(7);
    }
}
