using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Ontime.Bench.Soak;

/// <summary>How it stands at one moment.</summary>
/// <param name="Calls">Of the bot so far, polls too.</param>
/// <param name="Log">Bytes of the -wal file.</param>
internal sealed record Sample(
    Instant At, long Updates, long Calls, Weight Weight, long Database, long Log, long Backups, int BackupFiles, IReadOnlyDictionary<string, long> Rows)
{
    private static readonly string[] Tables =
        ["members", "events", "outbox", "posts", "handled_updates", "dead_letters", "broadcast_sent", "broadcasts", "editions", "counts", "audit", "forgotten"];

    public static Sample Take(Instant at, long updates, long calls, Weight weight, string store, string backups)
    {
        var files = Directory.Exists(backups) ? new DirectoryInfo(backups).GetFiles("*.db") : [];
        return new Sample(at, updates, calls, weight, Size(store), Size(store + "-wal"), files.Sum(file => file.Length), files.Length, Count(store));
    }

    public static string Head() => $"{"day",-16}{"updates",9}{"calls",9}{"RSS MB",8}{"heap",7}{"thr",5}{"fd",5}{"db MB",7}{"wal",6}{"backup",8} " + string.Join(' ', Tables);

    public string Line() => string.Create(
        CultureInfo.InvariantCulture,
        $"{At.InUtc().LocalDateTime,-16:uuuu-MM-dd HH:mm}{Updates,9}{Calls,9}{Mega(Weight.Resident),8:F1}{Mega(Weight.Heap),7:F1}{Weight.Threads,5}{Weight.Files,5}{Mega(Database),7:F1}{Mega(Log),6:F1}{BackupFiles,4}/{Mega(Backups),-4:F0} ")
        + string.Join(' ', Tables.Select(table => Rows[table].ToString(CultureInfo.InvariantCulture)));

    private static double Mega(long bytes) => bytes / 1_048_576.0;

    private static long Size(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    /// <summary>Beside the bot, which goes on. Of editions those count that still have content.</summary>
    private static Dictionary<string, long> Count(string store)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = store, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return Tables.ToDictionary(table => table, table =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {table}{(table == "editions" ? " WHERE length(content) > 0" : "")}";
            return (long)command.ExecuteScalar()!;
        });
    }
}
