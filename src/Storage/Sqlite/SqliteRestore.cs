using Microsoft.Data.Sqlite;
using Ontime.Storage.Backups;

namespace Ontime.Storage.Sqlite;

/// <summary>Puts a backup in the place of a store file. The file from before is kept beside it.</summary>
internal static class SqliteRestore
{
    public static Task<Restored> RunAsync(string path, RestoreOrder order, CancellationToken cancellationToken)
    {
        path = SqliteFile.Full(path);
        return Task.Run(() => BackupFile.Explained(path, () => Run(path, order, cancellationToken), cancellationToken), cancellationToken);
    }

    private static Restored Run(string path, RestoreOrder order, CancellationToken cancellationToken)
    {
        var (temp, none) = ($"{path}.restoring", !File.Exists(path));
        using var held = SqliteFile.Hold(path);
        try
        {
            File.Delete(temp);
            var (people, forgotten) = Restoring.Prepare(order, temp, Look(path, order.Seal), cancellationToken);
            BackupFile.Flush(temp);
            return new Restored(people, forgotten, Swap(temp, path));
        }
        catch
        {
            File.Delete(temp);
            if (none && new FileInfo(path) is { Exists: true, Length: 0 } made)
            {
                // To hold it made it. An empty file would look like a store.
                made.Delete();
            }

            throw;
        }
    }

    /// <summary>A damaged store tells nothing, and may be just why somebody restores.</summary>
    private static Replaced Look(string path, Seal seal)
    {
        try
        {
            using var session = SqliteFile.Open(path, SqliteOpenMode.ReadOnly);
            if (SqliteSchema.Version(session, path, SqliteSchema.Scripts.Count) == 0)
            {
                return Replaced.Nothing;
            }

            var metas = session.Rows("SELECT name, value FROM meta", row => (Name: row.GetString(0), Value: row.GetString(1)))
                .ToDictionary(meta => meta.Name, meta => meta.Value);
            var (bot, kept) = (metas.GetValueOrDefault(Store.BotMeta), metas.GetValueOrDefault(Store.ForgetMeta));
            if (kept is null)
            {
                return new Replaced(bot, null, []);
            }

            Store.Needed(metas.GetValueOrDefault(Store.KeysMeta), seal, path);
            return new Replaced(bot, new ForgetKey(seal.OpenText(Store.MetaTable, 0, kept)), SqliteForgotten.All(session));
        }
        catch (SqliteException)
        {
            return Replaced.Nothing;
        }
    }

    /// <summary>
    /// ORDER MATTERS: the log of the old file must be gone before the new one is there, or SQLite would play it into the new one; and it is copied
    /// before it goes. The exchange itself is one rename, so at no moment there is no store.
    /// </summary>
    private static string? Swap(string temp, string path)
    {
        var (log, index) = ($"{path}-wal", $"{path}-shm");
        if (new FileInfo(path).Length == 0)
        {
            File.Delete(log);
            File.Delete(index);
            File.Move(temp, path, overwrite: true);
            return null;
        }

        var before = Enumerable.Range(1, int.MaxValue).Select(n => $"{path}.before-restore{(n == 1 ? "" : $"-{n}")}").First(name => !File.Exists(name));
        if (File.Exists(log))
        {
            File.Copy(log, $"{before}-wal");
            BackupFile.Flush($"{before}-wal");
            File.Delete(log);
        }

        File.Delete(index);
        File.Replace(temp, path, before);
        return before;
    }
}
