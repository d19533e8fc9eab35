using NodaTime;
using Ontime.Bot;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>Fills a store with copies of one person, each under a chat id of its own, with room between the ids for people who come later.</summary>
internal static class Seeding
{
    /// <summary>From here on the members are due, spread over a month: later than any run of the bench, so that none is woken within it.</summary>
    public static readonly Instant FirstDue = Instant.FromUtc(2040, 1, 1, 0, 0);

    private const long FirstChat = 1_000_000_000;
    private const int Batch = 5_000, Gap = 256, MostNewcomers = 125_000;

    /// <summary>The chat id of somebody new: all over the members, so that their pages lie as far apart as people's do.</summary>
    /// <param name="n">From 1; after the last of them the first would come again.</param>
    public static long Newcomer(int n, int members) => n < MostNewcomers
        ? FirstChat + 1 + (n * ((long)Gap * members / (2 * MostNewcomers) * 2))
        : throw new ArgumentOutOfRangeException(nameof(n), n, "So many newcomers there is no room for.");

    /// <param name="history">True: with everything that happened to them.</param>
    public static async Task FillAsync(Store store, Example example, int from, int count, bool history)
    {
        var events = history ? example.Events.Select(happened => (happened.Kind, Data: MemberCodec.WriteEvent(happened))).ToList() : [];
        var counted = Admin.Counting.Of(null, example.Member, example.Events).GroupBy(one => one.Name).Select(same => (Name: same.Key, By: same.Sum(one => one.By))).ToList();
        for (var at = from; at < from + count; at += Batch)
        {
            var chats = Enumerable.Range(at, Math.Min(Batch, from + count - at)).Select(n => FirstChat + ((long)Gap * n)).ToList();
            await store.TurnAsync(
                new TurnRequest(chats, [], FirstDue),
                _ => (new TurnWrite
                {
                    Members = [.. chats.Select(chat => Row(chat, example.Member))],
                    Events = [.. chats.SelectMany(chat => events.Select((happened, n) => new EventRow(chat, 1, n, example.Member.Joined, happened.Kind, happened.Data)))],
                    Counted = counted.ToDictionary(one => one.Name, one => one.By * chats.Count),
                }, 0),
                CancellationToken.None);
        }
    }

    private static MemberRow Row(long chat, Member member)
    {
        var due = FirstDue + Duration.FromMinutes(chat / Gap * 7919 % 43_200);
        var document = MemberCodec.Write(member with { ChatId = chat, Version = 1, DueAt = due });
        return new MemberRow(chat, 1, document, due, "active", "en", member.Top?.Step ?? "", member.LastInput.InUtc().Date) { Traits = (int)member.Traits() };
    }
}
