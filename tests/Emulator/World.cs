using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>Everything Telegram knows, behind one lock.</summary>
internal sealed class World
{
    private readonly List<Refusal> _refusals = [];
    private readonly List<string> _allowed = [];

    public World(EmulatorOptions options)
    {
        Options = options;
        Clock = new(options.Start, options.ClockRuns);
        Journal = new(this);
        Faults = new(this);
        Taps = new(this);
        Queue = new(this);
        Profile = new(options);
        Polls = new(this);
        Webhook = new(this);
        Pusher = new(this);
    }

    public Lock Gate { get; } = new();

    public EmulatorOptions Options { get; }

    public EmulatorClock Clock { get; }

    public Journal Journal { get; }

    public Faults Faults { get; }

    public Taps Taps { get; }

    public UpdateQueue Queue { get; }

    public BotProfile Profile { get; }

    public GetUpdates Polls { get; }

    public Webhook Webhook { get; }

    public Pusher Pusher { get; }

    public Files Files { get; } = new();

    public Dictionary<long, Person> People { get; } = [];

    public Dictionary<long, Chat> Chats { get; } = [];

    public int LastMessageId { get; set; } = 100;

    public Chat AddChat(long id, JsonObject json)
    {
        lock (Gate)
        {
            var chat = new Chat(this, id, json);
            return Chats.TryAdd(id, chat) ? chat : throw new InvalidOperationException($"There is a chat {id} already.");
        }
    }

    public JsonObject BotJson() => new()
    {
        ["id"] = long.Parse(Options.Token.Split(':')[0]),
        ["is_bot"] = true,
        ["first_name"] = Options.BotName,
        ["username"] = Options.BotUsername,
    };

    /// <summary>The chat the bot may write to, or the refusal that says why it may not. Called inside the gate.</summary>
    public Chat Writable(long id)
    {
        var chat = Chats.GetValueOrDefault(id) ?? throw Refused.Bad("chat not found");
        if (chat.MigratedTo is { } newId)
        {
            throw new Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", new() { ["migrate_to_chat_id"] = newId });
        }

        return chat.State switch
        {
            ChatState.Blocked => throw Refused.Forbidden("bot was blocked by the user"),
            ChatState.Deactivated => throw Refused.Forbidden("user is deactivated"),
            ChatState.NeverStarted => throw Refused.Forbidden("bot can't initiate conversation with a user"),
            ChatState.NotMember => throw Refused.Forbidden($"bot is not a member of the {chat.Type} chat"),
            _ => chat,
        };
    }

    public void Allow(string fragment)
    {
        lock (Gate)
        {
            _allowed.Add(fragment);
        }
    }

    public void Record(Refusal refusal)
    {
        lock (Gate)
        {
            _refusals.Add(refusal);
        }
    }

    public IReadOnlyList<Refusal> Refusals()
    {
        lock (Gate)
        {
            return [.. _refusals.Where(r => !_allowed.Exists(a => r.Reason.Contains(a, StringComparison.OrdinalIgnoreCase)))];
        }
    }
}
