namespace Ontime.Storage;

/// <summary>What an admin looks at. Nothing here reads a document: counts are kept by the turns that change them, so looking is cheap however many people there are.</summary>
public abstract class Statistics
{
    /// <summary>Every count by its name, as <see cref="TurnWrite.Counted"/> made it.</summary>
    public abstract Task<IReadOnlyDictionary<string, long>> CountsAsync(CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    public abstract Task<IReadOnlyList<AuditRow>> AuditAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Forgets a dead letter; one that is gone already is no fault.</summary>
    public abstract Task DropLetterAsync(long id, CancellationToken cancellationToken);
}
