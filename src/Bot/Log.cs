using Microsoft.Extensions.Logging;

namespace Ontime.Bot;

/// <summary>Every line the bot logs. Ids, counts and kinds only: never a person's words, an amount or the token.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Started as @{Username} ({BotId}); store {Store}, {Dialogs} dialogs.")]
    public static partial void Started(this ILogger log, string? username, long botId, string store, int dialogs);

    [LoggerMessage(2, LogLevel.Information, "Stopping: no new updates are taken.")]
    public static partial void Stopping(this ILogger log);

    [LoggerMessage(3, LogLevel.Information, "Stopped.")]
    public static partial void Stopped(this ILogger log);

    [LoggerMessage(4, LogLevel.Information, "Edition {InForce} of the dialogs is in force, not the files of the folder (edition {Folder}): /admin reload takes those.")]
    public static partial void OtherEdition(this ILogger log, long inForce, long folder);

    [LoggerMessage(5, LogLevel.Warning, "Edition {InForce} of the dialogs does not fit this program ({Faults} problems): edition {Folder} of the folder takes its place.")]
    public static partial void EditionUnreadable(this ILogger log, long inForce, int faults, long folder);

    [LoggerMessage(6, LogLevel.Information, "Edition {Edition} of the dialogs is in force.")]
    public static partial void EditionMoved(this ILogger log, long edition);

    [LoggerMessage(10, LogLevel.Error, "The store refused ({Fault}): {Sentence} Trying again.")]
    public static partial void StoreTrouble(this ILogger log, string fault, string? sentence);

    [LoggerMessage(11, LogLevel.Warning, "A batch of {Count} inputs failed with {Fault}.")]
    public static partial void BatchFailed(this ILogger log, int count, string fault);

    [LoggerMessage(12, LogLevel.Error, "Dead letter: chat {ChatId}, update {UpdateId}, {Kind} at step {Step}: {Fault}.")]
    public static partial void DeadLetter(this ILogger log, long chatId, long? updateId, string kind, string? step, string fault);

    [LoggerMessage(13, LogLevel.Information, "Backed up to {File}: {Bytes} bytes in {Milliseconds} ms.")]
    public static partial void BackedUp(this ILogger log, string file, long bytes, long milliseconds);

    [LoggerMessage(14, LogLevel.Error, "No backup: {Sentence} Trying again within the hour.")]
    public static partial void BackupFailed(this ILogger log, string sentence);

    [LoggerMessage(15, LogLevel.Error, "The list of the forgotten in {Folder} cannot be written ({Fault}). Check the folder, its rights and the space; it is tried again.")]
    public static partial void ListTrouble(this ILogger log, string folder, string fault);

    [LoggerMessage(20, LogLevel.Information, "{Method} in chat {ChatId}: {Outcome}, failure {Failures}; again in {Seconds} s.")]
    public static partial void SendAgain(this ILogger log, string method, long chatId, string outcome, int failures, double seconds);

    [LoggerMessage(21, LogLevel.Warning, "{Kind} in chat {ChatId} was given up: {Why}. Texts: {Keys}.")]
    public static partial void SendDropped(this ILogger log, string kind, long chatId, string why, string keys);

    [LoggerMessage(22, LogLevel.Error, "Telegram refused the markup of {Keys}: sent without it. Mend these texts.")]
    public static partial void BadMarkup(this ILogger log, string keys);

    [LoggerMessage(23, LogLevel.Information, "Chat {ChatId} cannot be reached any more.")]
    public static partial void Unreachable(this ILogger log, long chatId);

    [LoggerMessage(24, LogLevel.Error, "Outbox row {OutboxId} of chat {ChatId} could not be sent: {Fault}. It was dropped.")]
    public static partial void ParcelFailed(this ILogger log, long outboxId, long chatId, string fault);

    [LoggerMessage(25, LogLevel.Information, "Read back {Count} outbox rows.")]
    public static partial void ReadBack(this ILogger log, int count);

    [LoggerMessage(26, LogLevel.Warning, "{Tool} drew no picture ({Fault}): the chart went out in signs. Is it installed?")]
    public static partial void NoPicture(this ILogger log, string tool, string fault);

    [LoggerMessage(30, LogLevel.Error, "Polling: {Trouble}. {Advice}")]
    public static partial void PollTrouble(this ILogger log, string trouble, string advice);

    [LoggerMessage(31, LogLevel.Information, "Polling works again after {Trouble}.")]
    public static partial void PollRecovered(this ILogger log, string trouble);

    [LoggerMessage(32, LogLevel.Warning, "The server sent {Count} updates it had sent before, and nothing else: it ignores the offset.")]
    public static partial void OnlyRepeats(this ILogger log, int count);

    [LoggerMessage(33, LogLevel.Warning, "{Count} updates could not be read; they are confirmed and passed over.")]
    public static partial void Unreadable(this ILogger log, int count);

    [LoggerMessage(36, LogLevel.Error, "Update {UpdateId} could not be taken in: {Fault}. It is confirmed and passed over.")]
    public static partial void IntakeFailed(this ILogger log, long updateId, string fault);

    [LoggerMessage(34, LogLevel.Warning, "{Method} failed at the start: {Outcome}. {Then}")]
    public static partial void StartCallFailed(this ILogger log, string method, string outcome, string then);

    [LoggerMessage(35, LogLevel.Information, "The command menu was set in {Count} languages.")]
    public static partial void CommandsSet(this ILogger log, int count);

    [LoggerMessage(38, LogLevel.Information, "The webhook was set.")]
    public static partial void WebhookSet(this ILogger log);

    [LoggerMessage(37, LogLevel.Error, "Webhook: {Trouble}.")]
    public static partial void WebhookTrouble(this ILogger log, string trouble);

    [LoggerMessage(52, LogLevel.Warning, "The clock was set back by {Hours} hours: everybody is looked at again.")]
    public static partial void ClockSetBack(this ILogger log, long hours);

    [LoggerMessage(60, LogLevel.Information, "Of broadcasts, {Count} messages were under way when the process ended: unknown whether they arrived.")]
    public static partial void BroadcastRecovered(this ILogger log, int count);

    [LoggerMessage(61, LogLevel.Information, "Broadcast {Id} is {State}.")]
    public static partial void BroadcastRested(this ILogger log, long id, string state);

    [LoggerMessage(39, LogLevel.Information, "The admins' menu stands in {Count} chats of {All}.")]
    public static partial void AdminMenus(this ILogger log, int count, int all);

    [LoggerMessage(50, LogLevel.Information, "This process leads now (term {Epoch}): it sends, wakes and asks for updates.")]
    public static partial void Leads(this ILogger log, long epoch);

    [LoggerMessage(51, LogLevel.Warning, "This process leads no more; it goes on handling updates.")]
    public static partial void StepsDown(this ILogger log);

    [LoggerMessage(40, LogLevel.Critical, "{Worker} ended with {Fault}: the process stops.")]
    public static partial void WorkerFailed(this ILogger log, string worker, string fault);
}
