using System.Data.Common;
using NodaTime;

namespace Ontime.Storage;

/// <summary>How values stand in cells, in both stores: instants as milliseconds since 1970, days as 20261122.</summary>
internal static class Cells
{
    public static long Cell(this Instant value) => value.ToUnixTimeMilliseconds();

    public static long? Cell(this Instant? value) => value?.ToUnixTimeMilliseconds();

    public static int? Cell(this LocalDate? value) => value is { } day ? (day.Year * 10_000) + (day.Month * 100) + day.Day : null;

    public static Instant Instant(this DbDataReader row, int i) => NodaTime.Instant.FromUnixTimeMilliseconds(row.GetInt64(i));

    public static Instant? InstantOrNull(this DbDataReader row, int i) => row.IsDBNull(i) ? null : row.Instant(i);

    public static LocalDate? DayOrNull(this DbDataReader row, int i) =>
        row.IsDBNull(i) ? null : new LocalDate(row.GetInt32(i) / 10_000, row.GetInt32(i) / 100 % 100, row.GetInt32(i) % 100);

    public static long? LongOrNull(this DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetInt64(i);

    public static string? TextOrNull(this DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetString(i);

    public static byte[] Bytes(this DbDataReader row, int i) => row.GetFieldValue<byte[]>(i);
}
