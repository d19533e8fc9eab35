using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Bot.Charts;
using Ontime.Storage;
using Ontime.Telegram;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>Makes the documents of an export, when they are sent.</summary>
internal delegate Task<IReadOnlyList<FileSource.Upload>> Exported(long chatId, FileKind kind, CancellationToken cancellationToken);

/// <summary>Looks up, or does, what an admin asked for, when it is sent. Null: nothing is to be said.</summary>
internal delegate Task<Message?> Reported(Admin.Order order, Language language, CancellationToken cancellationToken);

/// <summary>What every mailbox works with.</summary>
internal sealed record SenderKit(
    Courier Courier, Shelf Shelf, Store Store, Records Records, Door Door, Exported Exported, Reported Reported, Casting Casting, Charts.Charts Charts, Files Files, Delivery Limits, TimeProvider Time, ILogger Log)
{
    /// <summary>In the words of the edition that decided the parcel; where that cannot be read any more, of the one in force.</summary>
    public async ValueTask<Renderer> RendererAsync(Parcel parcel, CancellationToken stop)
    {
        try
        {
            return (await Shelf.ReadAsync(parcel.Outgoing.Edition, stop)).Renderer;
        }
        catch (EditionUnreadableException)
        {
            return Shelf.InForce.Renderer;
        }
    }

    public Instant Now => Time.Now();
}
