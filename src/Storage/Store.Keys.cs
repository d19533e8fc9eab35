namespace Ontime.Storage;

/// <content>The keys of a store, which are checked before anything of a person is read or written.</content>
public abstract partial class Store
{
    private const string KeysMeta = "keys", ForgetMeta = "forget_key", MetaTable = "meta";

    internal Seal Seal { get; private set; } = Seal.None;

    internal ForgetKey ForgetKey { get; private set; } = new(ForgetKey.Make());

    /// <summary>
    /// Holds the keys against those that ever sealed a cell of this store. The store is closed where one is missing: to write with another key
    /// beside it would only be found out when the first old cell is read.
    /// </summary>
    /// <param name="where">What to call the store: never a connection string.</param>
    /// <param name="looking">Nothing is written.</param>
    /// <exception cref="StoreException">A key is missing.</exception>
    internal async Task<Store> UnlockAsync(Seal seal, string where, bool looking, CancellationToken cancellationToken)
    {
        try
        {
            var ids = (await MetaAsync(KeysMeta, cancellationToken))?.Split(' ') ?? [];
            if (Array.Find(ids, id => !seal.Knows(id)) is { } missing)
            {
                throw new StoreException(
                    $"The store {where} is encrypted with key {missing}, which is not in Storage:Key. Set the key it was written with; a new key stands before the old one: new,old.");
            }

            Seal = seal;
            if (looking)
            {
                return this;
            }

            if (seal.Works && !ids.Contains(seal.CurrentId))
            {
                await SetMetaAsync(KeysMeta, string.Join(' ', [.. ids, seal.CurrentId]), cancellationToken);
            }

            await MakeForgetKeyAsync(cancellationToken);
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task MakeForgetKeyAsync(CancellationToken cancellationToken)
    {
        var mine = Convert.ToBase64String(Seal.Close(MetaTable, 0, ForgetKey.Make()));
        var kept = Convert.FromBase64String(await FirstMetaAsync(ForgetMeta, mine, cancellationToken));
        var key = Seal.Open(MetaTable, 0, kept);
        if (Seal.Works && Seal.IdOf(kept) != Seal.CurrentId)
        {
            await SetMetaAsync(ForgetMeta, Convert.ToBase64String(Seal.Close(MetaTable, 0, key)), cancellationToken);
        }

        ForgetKey = new ForgetKey(key);
    }
}
