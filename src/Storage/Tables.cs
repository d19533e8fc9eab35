using System.Data.Common;

namespace Ontime.Storage;

/// <summary>Which columns of a table are read, and the row they make: the same in both stores.</summary>
internal static class Tables
{
    public const string MemberColumns = "chat_id, version, document, due_at, status, language, step, seen_day, traits";
    public const string EventColumns = "chat_id, version, n, at, kind, data";
    public const string OutboxColumns = "id, chat_id, lane, body, at, until, about, attempts, state";
    public const string PostColumns = "chat_id, name, message_id";
    public const string DeadLetterColumns = "at, chat_id, update_id, kind, step, fault, id";
    public const string AudienceColumns = "for_status, for_language, seen_since, seen_before, step, traits_with, traits_lacking, traits_without";
    public const string BroadcastColumns = $"id, order_id, chat_id, language, state, at, until, cursor, total, message_id, {AudienceColumns}, content";

    public static MemberRow Member(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.Bytes(2), row.InstantOrNull(3), row.GetString(4), row.GetString(5), row.GetString(6), row.DayOrNull(7))
    {
        Traits = row.GetInt32(8),
    };

    public static EventRow Event(DbDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.Instant(3), row.GetString(4), row.Bytes(5));

    public static OutboxRow Outbox(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.Bytes(3), row.Instant(4), row.InstantOrNull(5), row.TextOrNull(6), row.GetInt32(7),
        row.TextOrNull(8));

    public static PostRow Post(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt64(2));

    public static DeadLetter DeadLetter(DbDataReader row) =>
        new(row.Instant(0), row.GetInt64(1), row.LongOrNull(2), row.GetString(3), row.TextOrNull(4), row.GetString(5)) { Id = row.GetInt64(6) };

    public static BroadcastRow Broadcast(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), (BroadcastState)row.GetInt32(4), row.Instant(5), row.InstantOrNull(6),
        row.GetInt64(7), row.GetInt64(8), row.LongOrNull(9),
        new Audience(
            row.GetString(10), row.TextOrNull(11), row.DayOrNull(12), row.DayOrNull(13), row.TextOrNull(14), row.GetInt32(15), row.GetInt32(16), row.GetInt32(17)),
        row.Bytes(18));

    /// <summary>In the order of <see cref="AudienceColumns"/>.</summary>
    public static object?[] Cells(Audience audience) => [audience.Status, .. Group(audience), audience.Without];

    /// <summary>The group itself; who of it is left out by status or traits is not named here.</summary>
    public static object?[] Group(Audience audience) =>
        [audience.Language, audience.SeenSince.Cell(), audience.SeenBefore.Cell(), audience.Step, audience.With, audience.Lacking];

    public static long Id(DbDataReader row) => row.GetInt64(0);

    public static string Text(DbDataReader row) => row.GetString(0);
}
