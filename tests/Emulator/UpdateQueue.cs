using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Ontime.Emulator;

/// <summary>The updates that wait for the bot, kept and confirmed as Telegram's queue does it.</summary>
public sealed class UpdateQueue
{
    internal static readonly Duration Day = Duration.FromHours(24);

    private static readonly string[] NotByDefault = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly World _world;
    private readonly List<Update> _waiting = [];
    private readonly List<Update> _confirmed = [];
    private IReadOnlyCollection<string> _allowed = [];

    internal UpdateQueue(World world) => _world = world;

    /// <summary>The id of the next update. Set it to let ids jump or go down, as after a week of silence.</summary>
    public int NextUpdateId { get; set; } = 900_000_001;

    /// <summary>Whether each update stands twice in an answer, with the same id.</summary>
    public bool DeliverTwice { get; set; }

    /// <summary>How many updates are not confirmed.</summary>
    public int Pending
    {
        get { lock (_world.Gate) { return _waiting.Count; } }
    }

    /// <summary>Wakes the getUpdates that waits.</summary>
    internal Signal Arrived { get; } = new();

    /// <summary>Puts the last confirmed updates back, as if their confirmation had been lost.</summary>
    public void Redeliver(int count)
    {
        lock (_world.Gate)
        {
            var again = _confirmed.TakeLast(count).ToList();
            _confirmed.RemoveRange(_confirmed.Count - again.Count, again.Count);
            _waiting.InsertRange(0, again);
            again.ForEach(static u => Count(u, +1));
            Arrived.Raise();
        }
    }

    /// <summary>Creates an update if its type is asked for. Called inside the gate.</summary>
    internal bool Create(string type, JsonObject body, Chat chat, Duration life, Tap? tap = null)
    {
        if (!(_allowed.Count > 0 ? _allowed.Contains(type) : !NotByDefault.Contains(type)))
        {
            return false;
        }

        var id = NextUpdateId++;
        var line = Line(type, body, chat);
        Add(new Update(id, new JsonObject { ["update_id"] = id, [type] = body }.ToJsonString(), _world.Clock.Now + life, line, chat, tap));
        return true;
    }

    /// <summary>Queues any text as an update, whatever the bot asked for; an object without update_id gets one.</summary>
    internal int Push(string json, int? updateId, long line)
    {
        lock (_world.Gate)
        {
            var id = updateId ?? NextUpdateId;
            NextUpdateId = updateId is null ? NextUpdateId + 1 : NextUpdateId;
            Add(new Update(id, WithId(json, id), _world.Clock.Now + Day, line, Chat: null, Tap: null));
            return id;
        }
    }

    internal void Allow(JsonElement allowedUpdates) => _allowed = [.. allowedUpdates.EnumerateArray().Select(static t => t.GetString()!)];

    /// <summary>Forgets everything that waits (drop_pending_updates).</summary>
    internal void Drop() => Confirm(_waiting.Count);

    /// <summary>Confirms by the offset and takes what is to be delivered. Called inside the gate.</summary>
    internal List<Update> Take(long offset, int limit)
    {
        Expire();
        Confirm(ConfirmedBy(offset));
        var batch = _waiting.Take(limit).ToList();
        foreach (var tap in batch.Select(static u => u.Tap).OfType<Tap>())
        {
            tap.Delivered = true;
        }

        return DeliverTwice ? [.. batch.SelectMany(static u => new[] { u, u })] : batch;
    }

    /// <summary>Everything that waits, oldest first. Called inside the gate.</summary>
    internal IReadOnlyList<Update> Heads()
    {
        Expire();
        return _waiting;
    }

    /// <summary>Confirms one, wherever it stands: how a webhook does it. Called inside the gate.</summary>
    internal void Confirm(Update update)
    {
        if (_waiting.Remove(update))
        {
            _confirmed.Add(update);
            Count(update, -1);
        }
    }

    /// <summary>How many from the head an offset confirms.</summary>
    private int ConfirmedBy(long offset)
    {
        if (_waiting.Count == 0 || offset == 0)
        {
            return 0;
        }

        if (offset < 0)
        {
            return (int)Math.Max(0, _waiting.Count + offset);
        }

        // Ids may go down, so the place of the named update decides before any comparison of numbers.
        var named = _waiting.FindLastIndex(u => u.Id == offset - 1);
        if (named >= 0)
        {
            return named + 1;
        }

        var inTheFuture = offset > NextUpdateId + 10L;
        return inTheFuture || offset <= _waiting[0].Id ? 0 : _waiting.TakeWhile(u => u.Id < offset).Count();
    }

    private void Confirm(int count)
    {
        var done = _waiting.GetRange(0, count);
        _waiting.RemoveRange(0, count);
        _confirmed.AddRange(done);
        _world.Options.Trim(_confirmed);
        done.ForEach(static u => Count(u, -1));
    }

    private void Expire()
    {
        var now = _world.Clock.Now;
        foreach (var gone in _waiting.Where(u => u.Expires <= now).ToList())
        {
            _waiting.Remove(gone);
            Count(gone, -1);
        }
    }

    private void Add(Update update)
    {
        _waiting.Add(update);
        Count(update, +1);
        Arrived.Raise();
    }

    private static void Count(Update update, int change)
    {
        if (update.Chat is { } chat)
        {
            chat.Pending += change;
            chat.Changed.Raise();
        }
    }

    private static long Line(string type, JsonObject body, Chat chat) => type switch
    {
        "callback_query" => body["from"]!["id"]!.GetValue<long>() + (3L << 33),
        "my_chat_member" => body["from"]!["id"]!.GetValue<long>() + (5L << 33),
        _ => chat.Id,
    };

    private static string WithId(string json, int id)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && !document.RootElement.TryGetProperty("update_id", out _)
                ? $"{{\"update_id\":{id}{(document.RootElement.EnumerateObject().Any() ? "," : "")}{json.TrimStart()[1..]}"
                : json;
        }
        catch (JsonException)
        {
            return json;
        }
    }
}

/// <param name="Line">The webhook queue it stands in.</param>
internal sealed record Update(int Id, string Json, Instant Expires, long Line, Chat? Chat, Tap? Tap);
