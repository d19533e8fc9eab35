using NodaTime;
using Npgsql;

namespace Ontime.Storage.Postgres;

/// <summary>How rows and values stand in tables: instants as milliseconds since 1970, days as 20261122, as in SQLite.</summary>
internal static class Tables
{
    public const string MemberColumns = "chat_id, version, document, due_at, status, language, step, seen_day, traits";
    public const string OutboxColumns = "id, chat_id, lane, body, at, until, about, attempts, state";

    public static MemberRow Member(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.Bytes(2), row.InstantOrNull(3), row.GetString(4), row.GetString(5), row.GetString(6), row.DayOrNull(7))
    {
        Traits = row.GetInt32(8),
    };

    public static EventRow Event(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.Instant(3), row.GetString(4), row.Bytes(5));

    public static OutboxRow Outbox(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.Bytes(3), row.Instant(4), row.InstantOrNull(5), row.TextOrNull(6), row.GetInt32(7),
        row.TextOrNull(8));

    public static PostRow Post(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt64(2));

    public static DeadLetter DeadLetter(NpgsqlDataReader row) => new(
        row.Instant(0), row.GetInt64(1), row.LongOrNull(2), row.GetString(3), row.TextOrNull(4), row.GetString(5))
    {
        Id = row.GetInt64(6),
    };

    public static long Id(NpgsqlDataReader row) => row.GetInt64(0);

    public static string Text(NpgsqlDataReader row) => row.GetString(0);

    public static long Cell(this Instant value) => value.ToUnixTimeMilliseconds();

    public static long? Cell(this Instant? value) => value?.ToUnixTimeMilliseconds();

    public static int? Cell(this LocalDate? value) => value is { } day ? (day.Year * 10_000) + (day.Month * 100) + day.Day : null;

    public static Instant Instant(this NpgsqlDataReader row, int i) => NodaTime.Instant.FromUnixTimeMilliseconds(row.GetInt64(i));

    public static Instant? InstantOrNull(this NpgsqlDataReader row, int i) => row.IsDBNull(i) ? null : row.Instant(i);

    public static byte[] Bytes(this NpgsqlDataReader row, int i) => row.GetFieldValue<byte[]>(i);

    public static long? LongOrNull(this NpgsqlDataReader row, int i) => row.IsDBNull(i) ? null : row.GetInt64(i);

    public static string? TextOrNull(this NpgsqlDataReader row, int i) => row.IsDBNull(i) ? null : row.GetString(i);

    public static LocalDate? DayOrNull(this NpgsqlDataReader row, int i) =>
        row.IsDBNull(i) ? null : new LocalDate(row.GetInt32(i) / 10_000, row.GetInt32(i) / 100 % 100, row.GetInt32(i) % 100);
}
