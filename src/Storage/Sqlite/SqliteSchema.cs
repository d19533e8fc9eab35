namespace Ontime.Storage.Sqlite;

/// <summary>Knows a store of this bot by its application id, and brings an older one forward: one script a version, all in one transaction.</summary>
internal static class SqliteSchema
{
    private const long ApplicationId = 0x4F6E_746D; // "Ontm"

    /// <summary>v1.sql, v2.sql, … of Schema/Sqlite; the first makes version 1. A script that was released is never changed.</summary>
    public static IReadOnlyList<string> Scripts { get; } = Storage.Scripts.Of("Sqlite");

    public static void Migrate(SqliteSession session, string path, IReadOnlyList<string> scripts)
    {
        var version = Version(session, path, scripts.Count);
        if (version == scripts.Count)
        {
            return;
        }

        session.Transaction(() =>
        {
            foreach (var script in scripts.Skip(version))
            {
                session.Script(script);
            }

            // Pragmas take no parameters.
            session.Script($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {scripts.Count};");
            return true;
        });
    }

    /// <summary>The version of the store, 0 for an empty file. Changes nothing, so that a foreign file stays as it is.</summary>
    public static int Version(SqliteSession session, string path, int newest)
    {
        var owner = (long)session.Scalar("PRAGMA application_id")!;
        var version = (long)session.Scalar("PRAGMA user_version")!;
        var tables = (long)session.Scalar("SELECT count(*) FROM sqlite_schema")!;
        if (owner == 0 && version == 0 && tables == 0)
        {
            return 0;
        }

        if (owner != ApplicationId)
        {
            throw new StoreException($"The file {path} is the database of another program. Name another file in Storage:Path.");
        }

        if (version > newest)
        {
            throw new StoreException(
                $"The store {path} was written by a newer version of this program (schema {version}, known is {newest}). Run that version, or put an older backup in its place.");
        }

        return (int)version;
    }
}
