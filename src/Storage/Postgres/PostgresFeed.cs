using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ontime.Storage.Postgres;

/// <summary>
/// LISTEN and NOTIFY. What is told names chats and nothing else: <c>w5,6;f7</c>, or <c>*</c> where it would be too long.
/// </summary>
internal sealed class PostgresFeed(PostgresServer server) : Feed
{
    private const string Channel = "ontime_outbox";
    private const string Everything = "*";

    /// <summary>PostgreSQL takes less than 8,000 bytes.</summary>
    private const int LongestPayload = 7_000;

    /// <summary>A notification lost on its way costs no more than this.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    /// <summary>Part of the turn's transaction: told when it is committed, never where it is not.</summary>
    public static void Tell(Statements statements, TurnWrite write)
    {
        if (write.Outbox.Count + write.Withdrawn.Count + write.Forgotten.Count > 0)
        {
            var payload = $"w{string.Join(',', write.Withdrawn.Select(one => one.ChatId).Distinct())};f{string.Join(',', write.Forgotten)}";
            statements.Ask("SELECT pg_notify($1, $2)", _ => true, Channel, payload.Length > LongestPayload ? Everything : payload);
        }
    }

    public override async IAsyncEnumerable<News> HearAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var line = await server.ListenAsync(Channel, cancellationToken);
        yield return new News(Missed: true, [], []);
        while (true)
        {
            var payloads = await line.HearAsync(Quiet, cancellationToken);
            long[] forgotten = [.. payloads.SelectMany(payload => Chats(payload, 1))];
            yield return new News(payloads.Contains(Everything), [.. payloads.SelectMany(payload => Chats(payload, 0)), .. forgotten], forgotten);
        }
    }

    public override async Task<IReadOnlyList<long>> StandingAsync(IReadOnlyList<long> outboxIds, CancellationToken cancellationToken) =>
        await server.AskAsync(
            statements => statements.Ask("SELECT id FROM outbox WHERE id = ANY($1) ORDER BY id", Tables.Id, outboxIds.ToArray()), cancellationToken);

    private static IEnumerable<long> Chats(string payload, int part) => payload.Split(';') is [var withdrawn, var forgotten]
        ? (part == 0 ? withdrawn : forgotten)[1..].Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(chat => long.Parse(chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
        : [];
}
