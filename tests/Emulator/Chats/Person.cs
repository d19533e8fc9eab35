using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>
/// Somebody who uses the bot. What ends in <c>Async</c> does it and waits until the bot has settled; the same without it returns at once.
/// </summary>
public sealed class Person
{
    private readonly World _world;
    private readonly string? _username;
    private readonly string? _languageCode;

    internal Person(World world, long id, string name, string? languageCode, string? username)
    {
        _world = world;
        (Id, Name, _languageCode, _username) = (id, name, languageCode, username);
        Chat = world.AddChat(id, ChatJson());
        Chat.State = ChatState.NeverStarted;
    }

    /// <summary>The user id, which is the id of the private chat too.</summary>
    public long Id { get; }

    public string Name { get; }

    /// <summary>The private chat with the bot, as this person sees it.</summary>
    public Chat Chat { get; }

    /// <summary>The bot's last visible message, or null.</summary>
    public ChatMessage? LastMessage => Chat.LastMessage;

    /// <summary>The tap made last, with the toast that answered it.</summary>
    public Tap? LastTap { get; private set; }

    public Button? Button(string label) => Chat.Button(label);

    public Task<Chat> WaitFor(Func<Chat, bool> predicate, TimeSpan? timeout = null) => Chat.WaitFor(predicate, timeout);

    public Task SettledAsync(TimeSpan? timeout = null) => Chat.SettledAsync(timeout);

    /// <summary>Sends a text; returns its message id.</summary>
    public int Say(string text, int? replyTo = null) => Deeds.Say(_world, this, Chat, text, replyTo);

    public async Task SayAsync(string text, int? replyTo = null)
    {
        Say(text, replyTo);
        await SettledAsync();
    }

    /// <summary>Sends a text to a group; the bot hears every one while it is in it.</summary>
    public int SayIn(Group group, string text) => Deeds.Say(_world, this, group.Chat, text, replyTo: null);

    public async Task SayInAsync(Group group, string text)
    {
        SayIn(group, text);
        await group.Chat.SettledAsync();
    }

    /// <summary>
    /// Presses the newest visible button with that label or callback data, inline or of the reply keyboard. Throws where there is none.
    /// </summary>
    public Tap? Tap(string labelOrData)
    {
        if (Chat.WithButton(labelOrData) is { } message)
        {
            return Tap(message, labelOrData);
        }

        if (Chat.ReplyKeyboard.Any(row => row.Any(b => b.Label == labelOrData)))
        {
            Say(labelOrData);
            return null;
        }

        throw Nothing(labelOrData, Chat);
    }

    /// <summary>Presses a button of that message as it stood when it was looked at: that is how stale buttons are pressed.</summary>
    public Tap Tap(ChatMessage message, string labelOrData)
    {
        var buttons = message.Keyboard.SelectMany(static row => row).ToList();
        var button = buttons.Find(b => b.Label == labelOrData) ?? buttons.Find(b => b.Data == labelOrData);
        var data = button?.Data ?? throw Nothing(labelOrData, message);
        return LastTap = Deeds.Tap(_world, this, Chat, data, message.Id, inaccessible: false);
    }

    public async Task<Tap?> TapAsync(string labelOrData)
    {
        var tap = Tap(labelOrData);
        await SettledAsync();
        return tap;
    }

    public async Task<Tap> TapAsync(ChatMessage message, string labelOrData)
    {
        var tap = Tap(message, labelOrData);
        await SettledAsync();
        return tap;
    }

    /// <summary>Presses a button in a group.</summary>
    public async Task<Tap> TapInAsync(Group group, string labelOrData)
    {
        var message = group.Chat.WithButton(labelOrData) ?? throw Nothing(labelOrData, group.Chat);
        var data = message.Button(labelOrData)?.Data ?? labelOrData;
        LastTap = Deeds.Tap(_world, this, group.Chat, data, message.Id, inaccessible: false);
        await group.Chat.SettledAsync();
        return LastTap;
    }

    /// <summary>Sends a tap with data no button carries, as a changed client can.</summary>
    public Tap ForgeTap(string data, int messageId) => LastTap = Deeds.Tap(_world, this, Chat, data, messageId, inaccessible: false);

    /// <summary>Taps a message so old that Telegram only names it (date 0).</summary>
    public Tap TapInaccessible(string data, int messageId = 1) => LastTap = Deeds.Tap(_world, this, Chat, data, messageId, inaccessible: true);

    public int SendPhoto(byte[] image, string caption = "") =>
        Deeds.Send(_world, this, "photo", Media.Photo(_world.Files, image), caption);

    public int SendDocument(string name, byte[] bytes, string caption = "") =>
        Deeds.Send(_world, this, "document", Media.Document(_world.Files, name, bytes), caption);

    public int SendSticker(string emoji = "👍") => Deeds.Send(_world, this, "sticker", Media.Sticker(_world.Files, emoji));

    public int SendVoice(int seconds = 3) => Deeds.Send(_world, this, "voice", Media.Voice(_world.Files, seconds));

    public int SendLocation(double latitude, double longitude) => Deeds.Send(_world, this, "location", Media.Location(latitude, longitude));

    public int SendContact(string phone, string firstName) => Deeds.Send(_world, this, "contact", Media.Contact(phone, firstName, Id));

    /// <summary>Blocks the bot: it is told by my_chat_member, and its messages are refused with 403.</summary>
    public void Block() => Deeds.Member(_world, this, Chat, ChatState.Blocked, "member", "kicked");

    public void Unblock() => Deeds.Member(_world, this, Chat, ChatState.Open, "kicked", "member");

    public void AddBotTo(Group group) => Deeds.Member(_world, this, group.Chat, ChatState.Open, "left", "member");

    public void RemoveBotFrom(Group group) => Deeds.Member(_world, this, group.Chat, ChatState.NotMember, "member", "kicked");

    /// <summary>Has pressed Start long ago: the bot may write, and hears nothing of it now.</summary>
    public void Met()
    {
        lock (_world.Gate)
        {
            Chat.State = ChatState.Open;
        }
    }

    /// <summary>Gives the account up: the bot's messages are refused with 403 and nobody tells it.</summary>
    public void Deactivate()
    {
        lock (_world.Gate)
        {
            Chat.State = ChatState.Deactivated;
        }
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["is_bot"] = false, ["first_name"] = Name };
        Add(json, "username", _username);
        Add(json, "language_code", _languageCode);
        return json;
    }

    private JsonObject ChatJson()
    {
        var json = new JsonObject { ["id"] = Id, ["type"] = "private", ["first_name"] = Name };
        Add(json, "username", _username);
        return json;
    }

    private static InvalidOperationException Nothing(string button, object where) =>
        new($"There is no button \"{button}\" to press in\n{where}");

    private static void Add(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
