namespace Ontime.Storage;

/// <content>The keys of a store, which are checked before anything of a person is read or written.</content>
public abstract partial class Store
{
    internal const string KeysMeta = "keys", ForgetMeta = "forget_key", MetaTable = "meta";

    internal Seal Seal { get; private set; } = Seal.None;

    /// <summary>Names the list of the forgotten of this store. Tells nothing about anybody.</summary>
    public string ForgottenBy => ForgetKey.Id;

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
            var ids = Needed(await MetaAsync(KeysMeta, cancellationToken), seal, where);
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

    /// <param name="kept">What stands in meta; null: nothing was ever encrypted.</param>
    /// <returns>The ids of all keys that ever sealed a cell.</returns>
    internal static string[] Needed(string? kept, Seal seal, string where)
    {
        var ids = kept?.Split(' ') ?? [];
        return Array.Find(ids, id => !seal.Knows(id)) is { } missing
            ? throw new StoreException(
                $"The store {where} is encrypted with key {missing}, which is not in Storage:Key. Set the key it was written with; a new key stands before the old one: new,old.")
            : ids;
    }

    private async Task MakeForgetKeyAsync(CancellationToken cancellationToken)
    {
        var mine = Seal.CloseText(MetaTable, 0, ForgetKey.Make());
        var kept = await FirstMetaAsync(ForgetMeta, mine, cancellationToken);
        var key = Seal.OpenText(MetaTable, 0, kept);
        if (Seal.Works && Seal.IdOf(Convert.FromBase64String(kept)) != Seal.CurrentId)
        {
            await SetMetaAsync(ForgetMeta, Seal.CloseText(MetaTable, 0, key), cancellationToken);
        }

        ForgetKey = new ForgetKey(key);
    }
}
