using Microsoft.Data.Sqlite;
using NodaTime;
using Ontime.Storage.Sqlite;

namespace Ontime.Storage.Backups;

/// <summary>What a restore has to know.</summary>
/// <param name="Seal">The keys of the backup.</param>
/// <param name="Lists">The folder of the lists of the forgotten; null: there is none outside of the stores.</param>
/// <param name="BotId">Whose backup it must be; null: not known.</param>
public sealed record RestoreOrder(string File, Seal Seal, string? Lists, long? BotId);

/// <summary>What a restore did.</summary>
/// <param name="Forgotten">Chats that stood in the backup and were left out, since their person asked to be forgotten after it.</param>
/// <param name="Before">Where the store from before was put; null: there was none.</param>
public sealed record Restored(long People, int Forgotten, string? Before);

/// <summary>What the store that is replaced tells, as far as it can still be read.</summary>
internal sealed record Replaced(string? BotId, ForgetKey? ForgetKey, IReadOnlyList<ForgottenRow> Forgotten)
{
    public static Replaced Nothing { get; } = new(null, null, []);
}

/// <summary>Makes of a backup a store that may be put in place: checked, of today's schema, without those who were forgotten since.</summary>
internal static class Restoring
{
    /// <param name="temp">The file that is made; a store of the same engine as a backup, whatever it goes into.</param>
    public static (long People, int Forgotten) Prepare(RestoreOrder order, string temp, Replaced replaced, CancellationToken cancellationToken)
    {
        using (var source = BackupFile.Open(order.File, cancellationToken))
        {
            var bot = Meta(source, Store.BotMeta);
            if (bot is not null && (Other(order.BotId?.ToString()) || Other(replaced.BotId)))
            {
                throw new StoreException($"The backup {order.File} belongs to bot {bot}, and this is bot {order.BotId?.ToString() ?? replaced.BotId}. Use its token, or another backup.");
            }

            Store.Needed(Meta(source, Store.KeysMeta), order.Seal, order.File);
            SqliteFile.Touch(temp, FileShare.None).Dispose();
            source.Execute("VACUUM INTO $1", temp);

            bool Other(string? known) => known is not null && known != bot;
        }

        using var store = SqliteFile.Open(temp, SqliteOpenMode.ReadWrite);
        using var giving = store.InterruptWith(cancellationToken);
        store.Script("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON;");
        SqliteSchema.Migrate(store, temp, SqliteSchema.Scripts);
        return store.Transaction(() =>
        {
            // A signature of what is about to change, and broadcasts that went on after the backup was taken: nobody gets a second copy.
            store.Execute("DELETE FROM meta WHERE name = $1", Digest.Meta);
            store.Execute("UPDATE broadcasts SET state = $1 WHERE state = $2", (int)BroadcastState.Paused, (int)BroadcastState.Running);
            var forgotten = LeaveOut(store, order, replaced);
            return ((long)store.Scalar("SELECT count(*) FROM members")!, forgotten);
        });
    }

    private static int LeaveOut(SqliteSession store, RestoreOrder order, Replaced replaced)
    {
        var lists = Lists(order);
        var own = OwnKey(store, order, replaced, lists);
        var known = new List<(ForgetKey Key, IReadOnlyDictionary<string, Instant> List)>
        {
            (own, Rows(SqliteForgotten.All(store))),
            (replaced.ForgetKey ?? own, Rows(replaced.Forgotten)),
        };
        foreach (var key in new[] { own, replaced.ForgetKey }.OfType<ForgetKey>().DistinctBy(key => key.Id))
        {
            known.AddRange(lists[key.Id].Select(list => (key, list)));
        }

        // What was kept of a person from before they asked goes. Who came back later begins with a later event, and stays.
        var people = string.Join(" UNION ", SqliteTurn.OfAPerson.Select(table => $"SELECT chat_id FROM {table}"));
        var gone = store.Rows(
                $"SELECT chat_id, (SELECT min(at) FROM events WHERE events.chat_id = people.chat_id) FROM ({people}) people",
                row => (Chat: row.GetInt64(0), Came: row.InstantOrNull(1)))
            .Where(person => known.Exists(one =>
                one.List.TryGetValue(Convert.ToHexStringLower(one.Key.Hash(person.Chat)), out var at) && (person.Came is not { } came || came < at)))
            .Select(person => person.Chat).ToList();
        foreach (var table in SqliteTurn.OfAPerson)
        {
            store.Execute($"DELETE FROM {table} WHERE chat_id IN (SELECT value FROM json_each($1))", gone.Cell());
        }

        SqliteStatistics.Forget(store, gone.Cell());
        SqliteStatistics.Recount(store);
        foreach (var (hash, at) in known.Where(one => one.Key.Id == own.Id).SelectMany(one => one.List))
        {
            SqliteForgotten.Add(store, Convert.FromHexString(hash), at);
        }

        return gone.Count;
    }

    /// <summary>Also those beside the backup: whoever restores may not have the settings of the bot at hand, and nightly backups lie where the list does.</summary>
    private static ILookup<string, IReadOnlyDictionary<string, Instant>> Lists(RestoreOrder order) =>
        new[] { order.Lists, Path.GetDirectoryName(Path.GetFullPath(order.File)) }
            .OfType<string>().Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)
            .SelectMany(folder => new ForgottenList(folder).All()).ToLookup(list => list.Key, list => list.Value, StringComparer.Ordinal);

    /// <summary>The key of the backup. One from before there were keys takes that of the store it replaces.</summary>
    private static ForgetKey OwnKey(
        SqliteSession store, RestoreOrder order, Replaced replaced, ILookup<string, IReadOnlyDictionary<string, Instant>> lists)
    {
        if (Meta(store, Store.ForgetMeta) is { } kept)
        {
            return new ForgetKey(order.Seal.OpenText(Store.MetaTable, 0, kept));
        }

        if (lists.Count > 0 && (replaced.ForgetKey is null || !lists.Contains(replaced.ForgetKey.Id)))
        {
            throw new StoreException(
                $"The backup {order.File} is from before there was a list of the forgotten, so the list that there is now cannot be read with it. Restore a newer backup first, then this one over it.");
        }

        var key = replaced.ForgetKey?.Secret ?? ForgetKey.Make();
        store.Execute("INSERT INTO meta (name, value) VALUES ($1, $2)", Store.ForgetMeta, order.Seal.CloseText(Store.MetaTable, 0, key));
        return new ForgetKey(key);
    }

    private static string? Meta(SqliteSession store, string name) => (string?)store.Scalar("SELECT value FROM meta WHERE name = $1", name);

    private static Dictionary<string, Instant> Rows(IReadOnlyList<ForgottenRow> rows) =>
        rows.ToDictionary(row => Convert.ToHexStringLower(row.Hash), row => row.At, StringComparer.Ordinal);
}
