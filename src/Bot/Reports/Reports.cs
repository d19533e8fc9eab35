using NodaTime;
using Ontime.Admin;
using Ontime.Bot.Workers;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>Looks up what an admin asked for, when it is sent; the words are made by the core.</summary>
internal sealed class Reports(Store store, Func<DialogSet> dialogs, Operator who, Health health, Backups? backups, Reload reload, Func<Instant> now)
{
    private const int Letters = 5, Lines = 20;

    /// <returns>Null: nothing is to be said.</returns>
    public async Task<Message?> OfAsync(Order order, Language language, CancellationToken cancellationToken)
    {
        switch (order)
        {
            case Order.Stats stats:
                return StatsReport.Of(await FiguresAsync(cancellationToken), stats.Part, dialogs());
            case Order.Look look:
                return await PersonAsync(look.ChatId, cancellationToken);
            case Order.Audit:
                var lines = await store.Statistics.AuditAsync(Lines, cancellationToken);
                return DeskReports.Audit([.. lines.Select(row => (row.At, new Audited(row.By, row.What, row.About, row.Refused)))]);
            case Order.Errors:
                var letters = await store.DeadLettersAsync(Letters, cancellationToken);
                var all = (await store.HealthAsync(cancellationToken)).DeadLetters;
                return DeskReports.Errors([.. letters.Select(row => new Letter(row.Id, row.At, row.ChatId, row.Kind, row.Step, row.Fault))], all);
            case Order.Drop drop:
                await store.Statistics.DropLetterAsync(drop.Letter, cancellationToken);
                return DeskReports.Dropped(drop.Letter);
            case Order.Retry retry:
                // Its person is told by an order of their own; what is left to do is to drop it.
                await store.Statistics.DropLetterAsync(retry.Letter, cancellationToken);
                return null;
            case Order.Health:
                return DeskReports.Health([.. await health.TroublesAsync(cancellationToken), .. health.Warnings]);
            case Order.Backup:
                return await BackupAsync(cancellationToken);
            case Order.Reload wanted:
                return await reload.OfAsync(wanted, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(order), order.GetType().Name, "No report is made of this.");
        }
    }

    private async Task<Figures> FiguresAsync(CancellationToken cancellationToken)
    {
        var counts = await store.Statistics.CountsAsync(cancellationToken);
        var (waits, at) = (await store.HealthAsync(cancellationToken), now());
        return new Figures(counts, waits.Outbox, waits.Oldest is { } oldest ? Duration.Max(at - oldest, Duration.Zero) : null, waits.DeadLetters, at);
    }

    private async Task<Message> PersonAsync(long chatId, CancellationToken cancellationToken)
    {
        if (await store.MemberAsync(chatId, cancellationToken) is not { } row)
        {
            return DeskReports.Nobody;
        }

        var events = await store.EventsAsync(chatId, cancellationToken);
        return PersonReport.Of(
            row.Member(), [.. events.Select(one => (one.At, MemberCodec.ReadEvent(one.Kind, one.Data)))], dialogs(), who, now());
    }

    private async Task<Message> BackupAsync(CancellationToken cancellationToken)
    {
        try
        {
            return DeskReports.Backup(backups is null ? null : await backups.MakeAsync(cancellationToken));
        }
        catch (StoreException trouble)
        {
            return DeskReports.BackupFailed(trouble.Message);
        }
    }
}
