using Ontime.Dialogs;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>An edition, read: what decides and what speaks.</summary>
/// <param name="Id">Null where there is only this one: in the terminal.</param>
internal sealed record Book(long? Id, DialogSet Set, Handle Handle)
{
    public Renderer Renderer { get; } = new(Set);
}

/// <summary>
/// The editions that were read, by id. Which one is in force stands in the store, and each transaction looks there: a replica follows the
/// moment the pointer moves, whatever files lie in its own folder.
/// </summary>
/// <param name="read">Reads an edition out of the store; null: there is only the first.</param>
internal sealed class Shelf(Book first, Func<long, CancellationToken, Task<Book>>? read)
{
    /// <summary>The one in force, the one before, and what an outbox may still hold.</summary>
    private const int Most = 4;

    private readonly Lock _gate = new();
    private readonly List<(long? Id, Task<Book> Book)> _books = [(first.Id, Task.FromResult(first))];
    private Book _inForce = first;

    /// <summary>As the last transaction found it.</summary>
    public Book InForce
    {
        get { lock (_gate) { return _inForce; } }
    }

    /// <summary>The edition of a transaction, which cannot wait for a reader.</summary>
    /// <exception cref="EditionMissingException">It was not read yet: <see cref="ReadAsync"/>, and once more.</exception>
    public Book Of(long? edition)
    {
        lock (_gate)
        {
            if (read is not null && edition is { } id && id != _inForce.Id)
            {
                _inForce = Find(id) is { IsCompletedSuccessfully: true } known ? known.GetAwaiter().GetResult() : throw new EditionMissingException(id);
            }

            return _inForce;
        }
    }

    /// <summary>An edition, whether in force or not; null: the one in force.</summary>
    /// <exception cref="EditionUnreadableException">This program cannot read it.</exception>
    public async ValueTask<Book> ReadAsync(long? edition, CancellationToken cancellationToken)
    {
        var inForce = InForce;
        if (read is null || edition is not { } id || id == inForce.Id)
        {
            return inForce;
        }

        Task<Book> reading;
        lock (_gate)
        {
            if (Find(id) is { IsFaulted: false, IsCanceled: false } known)
            {
                reading = known;
            }
            else
            {
                // Whoever asks meanwhile waits for the same reading: it must not end because the first of them left.
                reading = read(id, CancellationToken.None);
                Put(id, reading);
            }
        }

        return await reading.WaitAsync(cancellationToken);
    }

    /// <summary>Puts an edition on the shelf that was read already.</summary>
    public void Add(Book book)
    {
        lock (_gate)
        {
            Put(book.Id, Task.FromResult(book));
        }
    }

    private Task<Book>? Find(long id) => _books.Find(entry => entry.Id == id).Book;

    private void Put(long? id, Task<Book> book)
    {
        _books.RemoveAll(entry => entry.Id == id);
        _books.Add((id, book));
        if (_books.Count > Most)
        {
            _books.RemoveAt(_books.FindIndex(entry => entry.Id != _inForce.Id));
        }
    }
}

/// <summary>The message says which edition, why, and what to do.</summary>
internal sealed class EditionUnreadableException(string message) : Exception(message);

/// <summary>A transaction found an edition in force that this process has not read yet.</summary>
internal sealed class EditionMissingException(long edition) : Exception($"Edition {edition} is not read yet.")
{
    public long Edition { get; } = edition;
}
