using Microsoft.Data.Sqlite;
using NodaTime;

namespace Ontime.Storage.Sqlite;

/// <summary>How values stand in cells: instants as milliseconds since 1970, days as 20261122, lists of ids as JSON for json_each.</summary>
internal static class Cells
{
    public static object Cell(this Instant value) => value.ToUnixTimeMilliseconds();

    public static object? Cell(this Instant? value) => value?.ToUnixTimeMilliseconds();

    public static object? Cell(this LocalDate? value) => value is { } day ? (day.Year * 10_000) + (day.Month * 100) + day.Day : null;

    public static string Cell(this IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";

    public static Instant Instant(this SqliteDataReader row, int i) => NodaTime.Instant.FromUnixTimeMilliseconds(row.GetInt64(i));

    public static Instant? InstantOrNull(this SqliteDataReader row, int i) => row.IsDBNull(i) ? null : row.Instant(i);

    public static LocalDate? DayOrNull(this SqliteDataReader row, int i) =>
        row.IsDBNull(i) ? null : new LocalDate(row.GetInt32(i) / 10_000, row.GetInt32(i) / 100 % 100, row.GetInt32(i) % 100);

    public static long? LongOrNull(this SqliteDataReader row, int i) => row.IsDBNull(i) ? null : row.GetInt64(i);

    public static string? TextOrNull(this SqliteDataReader row, int i) => row.IsDBNull(i) ? null : row.GetString(i);

    public static byte[] Bytes(this SqliteDataReader row, int i) => row.GetFieldValue<byte[]>(i);
}
