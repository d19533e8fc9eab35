using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Admin;
using Ontime.Dialogs;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>
/// An admin's reload: looks at the files or at the set before, and puts in force what was looked at, all or nothing. Which that was says the
/// print in the button, so a file that changes in between is shown again instead of being taken unseen.
/// </summary>
/// <param name="moved">Told the set that came into force.</param>
internal sealed class Reload(Store store, Shelf shelf, Reader reader, string folder, Func<Instant> now, Action<DialogSet> moved, ILogger log)
{
    /// <summary>The print of an edition that is in the store; the print of files is a hash, which has no such letter.</summary>
    private const char Kept = 'n';
    private const int PrintLength = 12;

    public Task<Message> OfAsync(Order.Reload order, CancellationToken cancellationToken) => order.What switch
    {
        null => FilesAsync(null, cancellationToken),
        Order.Reload.Back => BeforeAsync(null, cancellationToken),
        [Kept, .. var id] => BeforeAsync(id, cancellationToken),
        var print => FilesAsync(print, cancellationToken),
    };

    /// <param name="print">What was looked at and is to be put in force; null: only look.</param>
    private async Task<Message> FilesAsync(string? print, CancellationToken cancellationToken)
    {
        var (files, faults) = await Task.Run(() => DialogFolder.LoadWhole(folder, lint: true), cancellationToken);
        if (files is null)
        {
            return Refused(faults);
        }

        var here = Print(files.Content);
        if (here == print)
        {
            var (id, _) = await store.AddEditionAsync(files.Content, now(), cancellationToken);
            return await MoveAsync(reader.Bind(id, files.Set), id, cancellationToken);
        }

        var inForce = await store.CurrentEditionAsync(cancellationToken) is { } current && await store.EditionAsync(current, cancellationToken) is { } edition
            ? edition.Content
            : [];
        return inForce.AsSpan().SequenceEqual(files.Content)
            ? ReloadReport.Same
            : ReloadReport.Files(here, EditionContent.Differences(inForce, files.Content), await InsideAsync(files.Set, cancellationToken), again: print is not null);
    }

    /// <param name="wanted">The edition that was looked at and is to be put in force; null: only look.</param>
    private async Task<Message> BeforeAsync(string? wanted, CancellationToken cancellationToken)
    {
        var current = await store.CurrentEditionAsync(cancellationToken);
        if (current is { } done && wanted == Name(done))
        {
            return ReloadReport.Done(done);
        }

        if (await Pointer.BeforeAsync(store, cancellationToken) is not { } before)
        {
            return ReloadReport.NoneBefore;
        }

        var (set, faults) = await reader.LookAsync(before, lint: true, cancellationToken);
        return set is null ? Refused(faults)
            : wanted == Name(before) ? await MoveAsync(reader.Bind(before, set), before, cancellationToken)
            : ReloadReport.Before($"{Kept}{Name(before)}", before, await InsideAsync(set, cancellationToken));
    }

    private async Task<Message> MoveAsync(Book book, long id, CancellationToken cancellationToken)
    {
        // On the shelf first: the very next transaction asks for it.
        shelf.Add(book);
        await Pointer.MoveAsync(store, id, cancellationToken);
        log.EditionMoved(id);
        moved(book.Set);
        return ReloadReport.Done(id);
    }

    private async Task<Inside> InsideAsync(DialogSet set, CancellationToken cancellationToken) =>
        Inside.Of(await store.StepsAsync(cancellationToken), set);

    private static Message Refused(IReadOnlyList<Fault> faults) => ReloadReport.Refused([.. faults.Select(fault => fault.ToString())]);

    private static string Print(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..PrintLength];

    private static string Name(long id) => id.ToString(CultureInfo.InvariantCulture);
}
