using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>Everything an operator can set, read once at the start and checked.</summary>
internal sealed record Settings
{
    /// <summary>Null: there is no token.</summary>
    public BotApiOptions? Telegram { get; init; }

    /// <summary>Null: long polling.</summary>
    public Webhook? Webhook { get; init; }

    /// <summary>The SQLite file; not used with <see cref="Postgres"/>.</summary>
    public string StorePath { get; init; } = Path.Combine("data", "coach.db");

    /// <summary>A connection string, which may hold a password: never logged. Null: SQLite.</summary>
    public string? Postgres { get; init; }

    /// <summary>32 bytes each: the first one encrypts, all decrypt. Empty: no encryption.</summary>
    public IReadOnlyList<byte[]> Keys { get; init; } = [];

    /// <summary>Made of <see cref="Keys"/>.</summary>
    public Seal Seal => field ??= Keys.Count == 0 ? Seal.None : new Seal(Keys);

    /// <summary>Null: no nightly backup.</summary>
    public Backup? Backup { get; init; }

    /// <summary>The folder of the list of the forgotten: beside the backups, or else beside the file. Null: PostgreSQL without backups.</summary>
    public string? Lists => Backup?.Path ?? (Postgres is null ? Path.GetDirectoryName(Path.GetFullPath(StorePath)) : null);

    /// <summary>The folder of the dialogs; default <c>dialogs</c> beside the solution, or beside the executable.</summary>
    public string DialogsPath { get; init; } = "dialogs";

    /// <summary>Who runs this bot, as the consent card says; null: not named.</summary>
    public (string? Name, string? Contact) Operator { get; init; }

    /// <summary>Telegram user ids; never user names, which change hands.</summary>
    public IReadOnlyList<long> AdminIds { get; init; } = [];

    public Delivery Delivery { get; init; } = new();

    /// <summary>An address such as <c>http://127.0.0.1:8080</c>; null: no health endpoint.</summary>
    public Uri? HealthListen { get; init; }

    /// <summary>Asked for by the standard OTEL_* variables.</summary>
    public Telemetry Telemetry { get; init; } = Telemetry.Off;

    /// <summary>One JSON object a line instead of text.</summary>
    public bool JsonLog { get; init; }
}

/// <summary>How Telegram brings updates by itself.</summary>
/// <param name="Url">The public address that Telegram calls.</param>
/// <param name="Secret">1 to 256 of <c>A-Za-z0-9_-</c>; Telegram sends it with each update.</param>
/// <param name="Listen">The address this process listens on, behind whatever ends TLS; its path is that of <paramref name="Url"/>.</param>
internal sealed record Webhook(Uri Url, string Secret, Uri Listen);

/// <param name="Path">The folder of the nightly backups.</param>
/// <param name="Keep">How many stay; at least 1.</param>
internal sealed record Backup(string Path, int Keep = 14);

/// <summary>How fast messages go out. 0 takes a limit away.</summary>
/// <param name="PerSecond">All messages together; default 30, Telegram's own limit.</param>
/// <param name="BulkPerSecond">Reminders and broadcasts; default 25, so that replies always have room.</param>
/// <param name="PerChatPerSecond">New messages to one chat; default 1.</param>
/// <param name="ChatBurst">How many may come at once after a pause; default 5, at least 1.</param>
internal sealed record Delivery(double PerSecond = 30, double BulkPerSecond = 25, double PerChatPerSecond = 1, int ChatBurst = 5);
