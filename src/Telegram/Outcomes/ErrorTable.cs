using static Ontime.Telegram.Outcome;

namespace Ontime.Telegram;

/// <summary>
/// Telegram's refusals by code and the beginning of their words. The words are no contract, so codes and parameters are
/// looked at first (<see cref="ErrorMap"/>), and this table is the only place that knows the words.
/// </summary>
internal static class ErrorTable
{
    private static readonly (int Code, string Prefix, Outcome Outcome)[] Rows =
    [
        (400, "Bad Request: message is not modified", new NotModified()),
        (400, "Bad Request: message to edit not found", new CannotEdit()),
        (400, "Bad Request: message can't be edited", new CannotEdit()),
        (400, "Bad Request: there is no text in the message to edit", new CannotEdit()),
        (400, "Bad Request: MESSAGE_ID_INVALID", new CannotEdit()),
        (400, "Bad Request: message to delete not found", new NothingToDelete()),
        (400, "Bad Request: message can't be deleted", new CannotDelete()),
        (400, "Bad Request: query is too old", new QueryTooOld()),
        (400, "Bad Request: QUERY_ID_INVALID", new QueryTooOld()),
        (400, "Bad Request: chat not found", new Unreachable(UnreachableReason.ChatNotFound)),
        (400, "Bad Request: private chat not found", new Unreachable(UnreachableReason.ChatNotFound)),
        (400, "Bad Request: user not found", new Unreachable(UnreachableReason.ChatNotFound)),
        (400, "Bad Request: PEER_ID_INVALID", new Unreachable(UnreachableReason.ChatNotFound)),
        (400, "Bad Request: not enough rights to send", new Unreachable(UnreachableReason.NotInGroup)),
        (400, "Bad Request: have no rights to send", new Unreachable(UnreachableReason.NotInGroup)),
        (400, "Bad Request: can't parse entities", new BadMarkup("")),
        (403, "Forbidden: bot was blocked by the user", new Unreachable(UnreachableReason.Blocked)),
        (403, "Forbidden: user is deactivated", new Unreachable(UnreachableReason.Deactivated)),
        (403, "Forbidden: bot can't initiate conversation", new Unreachable(UnreachableReason.NeverStarted)),
        (403, "Forbidden: bot was kicked", new Unreachable(UnreachableReason.NotInGroup)),
        (403, "Forbidden: bot is not a member", new Unreachable(UnreachableReason.NotInGroup)),
        (403, "Forbidden: the group chat was deleted", new Unreachable(UnreachableReason.NotInGroup)),
        (403, "", new Unreachable(UnreachableReason.Other)),
        (409, "Conflict: can't use getUpdates method while webhook", new Conflict(ConflictKind.WebhookActive)),
        (409, "Conflict: terminated by setWebhook", new Conflict(ConflictKind.WebhookActive)),
        (409, "", new Conflict(ConflictKind.OtherPoller)),
        (500, "Internal Server Error: restart", new ServerTrouble(500)),
    ];

    /// <summary>null where no row fits.</summary>
    public static Outcome? Find(int code, string description)
    {
        foreach (var row in Rows)
        {
            if (row.Code == code && description.StartsWith(row.Prefix, StringComparison.OrdinalIgnoreCase))
            {
                return row.Outcome;
            }
        }

        return null;
    }
}
