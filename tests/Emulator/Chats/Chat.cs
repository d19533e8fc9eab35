using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ontime.Emulator;

internal enum ChatState
{
    /// <summary>The bot may write.</summary>
    Open,

    /// <summary>The person never wrote to the bot.</summary>
    NeverStarted,

    /// <summary>The person blocked the bot.</summary>
    Blocked,

    /// <summary>The person's account is gone.</summary>
    Deactivated,

    /// <summary>The bot is not in the group (any more).</summary>
    NotMember,
}

/// <summary>One chat with the bot as its people see it, and what the bot has still to do in it.</summary>
public sealed class Chat
{
    private readonly World _world;
    private readonly List<ChatMessage> _messages = [];

    internal Chat(World world, long id, JsonObject json)
    {
        _world = world;
        Id = id;
        Json = json;
    }

    public long Id { get; internal set; }

    /// <summary>All messages in order, the deleted ones too.</summary>
    public IReadOnlyList<ChatMessage> Messages
    {
        get { lock (_world.Gate) { return [.. _messages]; } }
    }

    /// <summary>The messages that are not deleted.</summary>
    public IReadOnlyList<ChatMessage> Visible => [.. Messages.Where(static m => !m.Deleted)];

    /// <summary>What the bot says at present, in order.</summary>
    public IReadOnlyList<ChatMessage> FromBot => [.. Messages.Where(static m => m.FromBot && !m.Deleted)];

    /// <summary>The bot's last visible message, or null.</summary>
    public ChatMessage? LastMessage => FromBot is [.., var last] ? last : null;

    /// <summary>The labels of the reply keyboard that stands below the input field, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> ReplyKeyboard { get; private set; } = [];

    internal Signal Changed { get; } = new();

    internal JsonObject Json { get; private set; }

    internal ChatState State { get; set; } = ChatState.Open;

    internal long? MigratedTo { get; set; }

    /// <summary>The type the Bot API names: private, group, supergroup.</summary>
    internal string Type => Json["type"]!.GetValue<string>();

    /// <summary>Updates of this chat that are not confirmed.</summary>
    internal int Pending { get; set; }

    /// <summary>Calls for this chat that are not answered.</summary>
    internal int InFlight { get; set; }

    /// <summary>Whether the bot has sent or changed something here since somebody last did something.</summary>
    internal bool Reacted { get; set; }

    private int LastId { get; set; }

    /// <summary>The newest visible button with that label, or null.</summary>
    public Button? Button(string label) => WithButton(label)?.Button(label);

    /// <summary>Waits until the chat is as wanted. Throws with the whole chat printed when it does not come to that.</summary>
    public Task<Chat> WaitFor(Func<Chat, bool> predicate, TimeSpan? timeout = null) => Waits.For(_world, this, predicate, timeout);

    /// <summary>
    /// Waits until the bot has nothing left to do here that the emulator can see: every update confirmed, every tap answered,
    /// no call under way, and no further call for a moment. A bot that paces itself may have more to say: wait for that by WaitFor.
    /// </summary>
    public Task SettledAsync(TimeSpan? timeout = null) => Waits.Settled(_world, this, timeout);

    internal ChatMessage? WithButton(string labelOrData)
    {
        lock (_world.Gate)
        {
            return _messages.FindLast(m => !m.Deleted && m.Button(labelOrData) is not null)
                ?? _messages.FindLast(m => !m.Deleted && m.Keyboard.Any(row => row.Any(b => b.Data == labelOrData)));
        }
    }

    /// <summary>The whole chat, for a person to read.</summary>
    public override string ToString() => $"chat {Id} ({State}):\n" + string.Join('\n', Messages);

    // What follows is called inside the gate.
    internal ChatMessage? Find(long id) => _messages.Find(m => m.Id == id && !m.Deleted);

    internal ChatMessage? FindEvenDeleted(long id) => _messages.Find(m => m.Id == id);

    /// <summary>Supergroups count for themselves; private chats and groups share the bot's one count.</summary>
    internal int NextId() => Type == "supergroup" ? ++LastId : ++_world.LastMessageId;

    internal void Add(ChatMessage message)
    {
        _messages.Add(message);
        _world.Options.Trim(_messages);
        if (message.Markup is { } markup && !message.HasInlineKeyboard && !markup.TryGetProperty("force_reply", out _))
        {
            ReplyKeyboard = Keyboards.Read(markup);
        }
    }

    internal void Replace(ChatMessage message) => _messages[_messages.FindIndex(m => m.Id == message.Id)] = message;

    internal void Migrate(Chat to)
    {
        MigratedTo = to.Id;
        State = ChatState.NotMember;
    }

    internal JsonObject ToJson() => (JsonObject)Json.DeepClone();
}
