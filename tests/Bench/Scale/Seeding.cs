using NodaTime;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>Fills a store with copies of one person, each under a chat id of its own.</summary>
internal static class Seeding
{
    /// <summary>Beyond the ids of the people who tap meanwhile.</summary>
    public const long FirstChat = 1_000_000_000;

    /// <summary>From here on the members are due, spread over a month: later than any run of the bench, so that none is woken within it.</summary>
    public static readonly Instant FirstDue = Instant.FromUtc(2040, 1, 1, 0, 0);

    private const int Batch = 5_000;

    /// <param name="history">True: with everything that happened to them.</param>
    public static async Task FillAsync(Store store, Example example, int from, int count, bool history)
    {
        var events = history ? example.Events.Select(happened => (happened.Kind, Data: MemberCodec.WriteEvent(happened))).ToList() : [];
        for (var at = from; at < from + count; at += Batch)
        {
            var chats = Enumerable.Range(at, Math.Min(Batch, from + count - at)).Select(n => FirstChat + n).ToList();
            await store.TurnAsync(
                new TurnRequest(chats, [], FirstDue),
                _ => (new TurnWrite
                {
                    Members = [.. chats.Select(chat => Row(chat, example.Member))],
                    Events = [.. chats.SelectMany(chat => events.Select((happened, n) => new EventRow(chat, 1, n, example.Member.Joined, happened.Kind, happened.Data)))],
                }, 0),
                CancellationToken.None);
        }
    }

    private static MemberRow Row(long chat, Member member)
    {
        var due = FirstDue + Duration.FromMinutes(chat * 7919 % 43_200);
        var document = MemberCodec.Write(member with { ChatId = chat, Version = 1, DueAt = due });
        return new MemberRow(chat, 1, document, due, "active", "en", member.Top?.Step ?? "", member.LastInput.InUtc().Date);
    }
}
