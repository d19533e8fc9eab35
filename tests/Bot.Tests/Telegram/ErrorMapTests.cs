using Ontime.Telegram;
using static Ontime.Telegram.Outcome;

namespace Ontime.Bot.Tests.Telegram;

public sealed class ErrorMapTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public static TheoryData<int, string, string, Outcome> Rows => new()
    {
        { 429, "Too Many Requests: retry after 7", """{"retry_after":7}""", new Throttled(TimeSpan.FromSeconds(7)) },
        { 429, "Too Many Requests: retry after 5", "{}", new Throttled(TimeSpan.FromSeconds(5)) },
        { 429, "Too Many Requests", "{}", new Throttled(TimeSpan.FromSeconds(1)) },
        { 429, "Too Many Requests: retry after 0", """{"retry_after":0}""", new Throttled(TimeSpan.FromSeconds(1)) },
        { 429, "Too Many Requests", """{"retry_after":-9223372036854775808}""", new Throttled(TimeSpan.FromSeconds(1)) },
        { 429, "Too Many Requests", """{"retry_after":9223372036854775807}""", new Throttled(TimeSpan.FromDays(1)) },
        { 420, "FLOOD_WAIT_3", "{}", new Throttled(TimeSpan.FromSeconds(3)) },
        { 403, "Forbidden: bot was blocked by the user", "{}", new Unreachable(UnreachableReason.Blocked) },
        { 403, "FORBIDDEN: Bot Was Blocked by the user.", "{}", new Unreachable(UnreachableReason.Blocked) },
        { 403, "Forbidden: user is deactivated", "{}", new Unreachable(UnreachableReason.Deactivated) },
        { 403, "Forbidden: bot can't initiate conversation with a user", "{}", new Unreachable(UnreachableReason.NeverStarted) },
        { 403, "Forbidden: bot was kicked from the supergroup chat", "{}", new Unreachable(UnreachableReason.NotInGroup) },
        { 403, "Forbidden: bot is not a member of the channel chat", "{}", new Unreachable(UnreachableReason.NotInGroup) },
        { 403, "Forbidden: something new", "{}", new Unreachable(UnreachableReason.Other) },
        { 400, "Bad Request: chat not found", "{}", new Unreachable(UnreachableReason.ChatNotFound) },
        { 400, "Bad Request: private chat not found", "{}", new Unreachable(UnreachableReason.ChatNotFound) },
        { 400, "Bad Request: group chat was upgraded to a supergroup chat", """{"migrate_to_chat_id":-1001234567890}""", new Migrated(-1001234567890) },
        { 400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same", "{}", new NotModified() },
        { 400, "Bad Request: message to edit not found", "{}", new CannotEdit() },
        { 400, "Bad Request: message can't be edited", "{}", new CannotEdit() },
        { 400, "Bad Request: there is no text in the message to edit", "{}", new CannotEdit() },
        { 400, "Bad Request: message to delete not found", "{}", new NothingToDelete() },
        { 400, "Bad Request: message can't be deleted for everyone", "{}", new CannotDelete() },
        { 400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "{}", new QueryTooOld() },
        { 400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 9", "{}", new BadMarkup("Bad Request: can't parse entities: Unclosed start tag at byte offset 9") },
        { 400, "Bad Request: message is too long", "{}", new BadRequest(400, "Bad Request: message is too long") },
        { 400, "Bad Request: BUTTON_DATA_INVALID", "{}", new BadRequest(400, "Bad Request: BUTTON_DATA_INVALID") },
        { 401, "Unauthorized", "{}", new Unauthorized() },
        { 401, "Unauthorized: invalid token specified", "{}", new Unauthorized() },
        { 404, "Not Found: method not found", "{}", new BadRequest(404, "Not Found: method not found") },
        { 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", "{}", new Conflict(ConflictKind.OtherPoller) },
        { 409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first", "{}", new Conflict(ConflictKind.WebhookActive) },
        { 409, "Conflict: terminated by setWebhook request", "{}", new Conflict(ConflictKind.WebhookActive) },
        { 500, "Internal Server Error: restart", "{}", new ServerTrouble(500) },
        { 500, "Internal Server Error", "{}", new Unknown(UnknownKind.Gateway) },
        { 502, "Bad Gateway", "{}", new Unknown(UnknownKind.Gateway) },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_refusal_has_its_meaning(int code, string description, string parameters, Outcome expected)
    {
        await using var server = new RawServer(_ => RawAnswer.Json(
            code, $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}","parameters":{{parameters}}}"""));
        using var api = server.Client();

        var reply = await api.CallAsync(new SendMessage(1, "x"), Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(expected);
        reply.Result.ShouldBeNull();
    }

    [Fact]
    public async Task A_429_with_nothing_but_a_header_is_obeyed()
    {
        await using var server = new RawServer(_ => RawAnswer.Http(429, "slow down", "text/plain", "Retry-After: 9\r\n"));
        using var api = server.Client();

        var reply = await api.CallAsync(new GetMe(), Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new Throttled(TimeSpan.FromSeconds(9)));
    }

    [Fact]
    public async Task The_code_in_the_answer_counts_more_than_the_status_of_HTTP()
    {
        await using var server = new RawServer(_ => RawAnswer.Json(200, """{"ok":false,"error_code":401,"description":"x"}"""));
        using var api = server.Client();

        var reply = await api.CallAsync(new GetMe(), Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new Unauthorized());
    }

    [Fact]
    public void A_description_loses_what_is_quoted_controls_tokens_and_excess()
    {
        ErrorMap.Clean("Unsupported start tag \"小明\" at byte offset 3\r\n").ShouldBe("Unsupported start tag \"…\" at byte offset 3");
        ErrorMap.Clean($"no bot{RawServer.Token} here").ShouldBe("no bot[token] here");
        ErrorMap.Clean(new string('x', 5000)).Length.ShouldBe(200);
    }
}
