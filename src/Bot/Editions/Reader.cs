using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Dialogs;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>Reads editions out of the store. A set takes some tenths of a second, so never on the store's own thread.</summary>
internal sealed class Reader(Store store, Func<DialogSet, Handle> core, ILogger log)
{
    /// <exception cref="EditionUnreadableException">It is not there, or this version of the program does not understand it.</exception>
    public async Task<Book> ReadAsync(long id, CancellationToken cancellationToken)
    {
        var (set, faults) = await LookAsync(id, lint: false, cancellationToken);
        return set is null
            ? throw new EditionUnreadableException($"Edition {id} of the dialogs cannot be read by this version of the program: {faults[0]}. Run the version it was written for, or reload the dialogs.")
            : Bind(id, set);
    }

    public Book Bind(long id, DialogSet set) => new(id, set, core(set));

    /// <summary>
    /// The edition to begin with. Files that were in the store before do not move the pointer: an admin may have gone back from them, or another
    /// machine has newer ones. Files never seen come into force, since somebody put them there.
    /// </summary>
    public async Task<Book> FirstAsync(Loaded folder, Instant now, CancellationToken cancellationToken)
    {
        var (id, added) = await store.AddEditionAsync(folder.Content, now, cancellationToken);
        var current = await store.CurrentEditionAsync(cancellationToken);
        if (current is { } other && other != id && !added)
        {
            var (set, faults) = await LookAsync(other, lint: true, cancellationToken);
            if (set is not null)
            {
                log.OtherEdition(other, id);
                return Bind(other, set);
            }

            log.EditionUnreadable(other, faults.Count, id);
        }

        await Pointer.MoveAsync(store, id, cancellationToken);
        return Bind(id, folder.Set);
    }

    /// <param name="lint">Whether it has to fit this program in everything: so a program that is older than the dialogs begins with its own.</param>
    public async Task<(DialogSet? Set, IReadOnlyList<Fault> Faults)> LookAsync(long id, bool lint, CancellationToken cancellationToken)
    {
        var name = "edition " + id.ToString(CultureInfo.InvariantCulture);
        if (await store.EditionAsync(id, cancellationToken) is not { } edition)
        {
            return (null, [new Fault(name, 0, null, "is not in the store")]);
        }

        return await Task.Run(
            () =>
            {
                try
                {
                    return Loaded.Read(EditionContent.Unpack(edition.Content), lint);
                }
                catch (FormatException fault)
                {
                    return (null, [new Fault(name, 0, null, fault.Message)]);
                }
            },
            cancellationToken);
    }
}
