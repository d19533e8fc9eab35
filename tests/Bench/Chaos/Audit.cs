using System.Text.Json.Nodes;
using Ontime.Bot;
using Ontime.Emulator;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bench.Chaos;

/// <summary>Holds store and chats in the end against every person's diary, played again.</summary>
internal sealed class Audit(House house, Store store)
{
    private readonly Coach _coach = new(Published.Dialogs(), new Operator(null, null, house.Emulator.BotUsername));
    private readonly Mail _mail = new(house.Troubles);
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => [.. _problems, .. _mail.Problems];

    public Mail Mail => _mail;

    public int Turns { get; private set; }

    public int Wakes { get; private set; }

    public int Forgotten { get; private set; }

    /// <summary>How many events of each kind the history holds.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    public async Task RunAsync(IReadOnlyList<Diary> diaries)
    {
        var calls = house.Emulator.Journal.Calls.ToLookup(call => call.Chat);
        foreach (var diary in diaries)
        {
            var replay = Replay.Of(_coach, diary);
            await MemberAsync(diary.Person.Id, replay);
            await EventsAsync(diary.Person.Id, replay);
            _mail.Check(diary.Person.Id, [.. calls[diary.Person.Id]], replay.Due);
            (Turns, Wakes, Forgotten) = (Turns + replay.Turns, Wakes + replay.Wakes, Forgotten + replay.Forgotten);
            foreach (var (name, by) in replay.Counts)
            {
                _counts[name] = _counts.GetValueOrDefault(name) + by;
            }
        }

        await HouseAsync();
    }

    private async Task MemberAsync(long who, Replay replay)
    {
        var row = await store.MemberAsync(who, CancellationToken.None);
        if (row is null || replay.Member is null)
        {
            if (row is not null || replay.Member is not null)
            {
                _problems.Add($"{who}: {(row is null ? "is not in the store and should be" : "is in the store and should not be")}");
            }

            return;
        }

        var (kept, expected) = (Parsed(row.Document), Parsed(MemberCodec.Write(replay.Member with { Version = row.Version })));
        if (!JsonNode.DeepEquals(kept, expected))
        {
            _problems.Add($"{who}: the store holds something else than was said: {Difference(kept, expected)}");
        }

        if (row.DueAt != replay.Member.DueAt)
        {
            _problems.Add($"{who}: waits for {row.DueAt}, should for {replay.Member.DueAt}");
        }
    }

    private async Task EventsAsync(long who, Replay replay)
    {
        var kept = await store.EventsAsync(who, CancellationToken.None);
        foreach (var row in kept)
        {
            _kinds[row.Kind] = _kinds.GetValueOrDefault(row.Kind) + 1;
        }

        var (is_, should) = (kept.Select(row => Line(row.At, row.Kind, row.Data)).ToList(), replay.Events.Select(one => Line(one.At, one.Kind, one.Data)).ToList());
        if (!is_.SequenceEqual(should))
        {
            var n = is_.Zip(should).TakeWhile(pair => pair.First == pair.Second).Count();
            _problems.Add($"{who}: {is_.Count} events, should be {should.Count}; the first that differs: {is_.ElementAtOrDefault(n) ?? "none"} instead of {should.ElementAtOrDefault(n) ?? "none"}");
        }
    }

    private async Task HouseAsync()
    {
        _problems.AddRange(house.Problems);
        _problems.AddRange(house.Dropped.Where(line => !line.Contains("was given up", StringComparison.Ordinal)));
        _problems.AddRange(house.Emulator.Refusals.Select(refusal => $"refused: {refusal}"));
        _problems.AddRange((await store.DeadLettersAsync(100, CancellationToken.None)).Select(letter => $"dead letter of {letter.ChatId} at {letter.Step}: {letter.Fault}"));
        var kept = await store.Statistics.CountsAsync(CancellationToken.None);
        foreach (var name in kept.Keys.Union(_counts.Keys).Where(name => kept.GetValueOrDefault(name) != _counts.GetValueOrDefault(name)))
        {
            _problems.Add($"the running count {name} is {kept.GetValueOrDefault(name)}, should be {_counts.GetValueOrDefault(name)}");
        }

        var answered = house.Emulator.Journal.CallsOf("answerCallbackQuery").Where(call => call is { Effect: true, Outcome: CallOutcome.Done })
            .GroupBy(call => call["callback_query_id"]).Count(taps => taps.Count() > 1);
        if (answered > 0)
        {
            _problems.Add($"{answered} taps were answered twice");
        }
    }

    private static JsonNode Parsed(byte[] document) => JsonNode.Parse(document)!;

    private static string Line(NodaTime.Instant at, string kind, byte[] data) =>
        $"{at} {kind} {string.Join(' ', MemberCodec.ReadEvent(kind, data).Data.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}";

    private static string Difference(JsonNode kept, JsonNode expected) => kept is JsonObject one && expected is JsonObject other
        ? string.Join("; ", one.Select(pair => pair.Key).Union(other.Select(pair => pair.Key)).Where(key => !JsonNode.DeepEquals(one[key], other[key]))
            .Select(key => $"{key} is {Short(one[key])}, should be {Short(other[key])}"))
        : $"{Short(kept)}, should be {Short(expected)}";

    private static string Short(JsonNode? node) => node?.ToJsonString() is { } text ? text.Length > 200 ? text[..200] + "…" : text : "missing";
}
