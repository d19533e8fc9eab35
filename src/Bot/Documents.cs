using System.Text;
using NodaTime;
using Ontime.Bills;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>The files a person can ask for; looked up when they are sent, and formatted purely.</summary>
internal sealed class Documents(Store store, Func<DialogSet> dialogs, Func<Instant> now)
{
    public async Task<IReadOnlyList<FileSource.Upload>> OfAsync(long chatId, FileKind kind, CancellationToken cancellationToken) => kind switch
    {
        FileKind.Calendar => await CalendarAsync(chatId, cancellationToken),
        _ => await new Export(store).FilesAsync(chatId, cancellationToken),
    };

    private async Task<IReadOnlyList<FileSource.Upload>> CalendarAsync(long chatId, CancellationToken cancellationToken)
    {
        // Forgotten in the meantime: nothing is left to send.
        return await store.MemberAsync(chatId, cancellationToken) is { } row
            ? [new FileSource.Upload("ontime.ics", "text/calendar", Encoding.UTF8.GetBytes(CalendarFile.Write(row.Member(), dialogs(), now())))]
            : [];
    }
}
