namespace Ontime.Storage;

/// <summary>A fault of the store that a person must act on. The message says what is wrong, where, and what to do.</summary>
public sealed class StoreException(string message, bool transient = false, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True: nothing was changed, the store stays usable, and the same call may succeed later.</summary>
    public bool IsTransient { get; } = transient;

    /// <summary>True: another process has the store, most likely the running bot.</summary>
    public bool InUse { get; init; }

    /// <summary>True: there is no store of this version yet; the first run of the bot makes it.</summary>
    public bool NotMade { get; init; }

    /// <summary>True: it is about one cell; everything else of the store can be read.</summary>
    public bool OneCell { get; init; }
}
