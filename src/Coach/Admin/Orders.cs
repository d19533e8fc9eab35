using System.Globalization;

namespace Ontime.Admin;

/// <summary>
/// An order in words: as it is typed behind /admin, as it stands in a button behind <see cref="Button"/>, and as it is stored. One spelling for all three.
/// </summary>
public static class Orders
{
    /// <summary>The command, and the words of other commands that are an admin's.</summary>
    public const string Command = "admin";

    /// <summary>What the data of an admin's button begins with.</summary>
    public const string Button = "a:";

    private const string Sure = "sure";

    /// <returns>Null: these words are no order.</returns>
    public static Order? Parse(string words)
    {
        var parts = words.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (parts.Length > 0 ? parts[0].ToLowerInvariant() : "", Id(parts, 1)) switch
        {
            ("" or "menu", _) => new Order.Menu(),
            ("stats", _) when parts.Length == 1 => new Order.Stats(StatsPart.People),
            ("stats", _) when char.IsLetter(parts[1][0]) && Enum.TryParse<StatsPart>(parts[1], ignoreCase: true, out var part) => new Order.Stats(part),
            ("audit", _) => new Order.Audit(),
            ("errors", _) => new Order.Errors(),
            ("health", _) => new Order.Health(),
            ("backup", _) => new Order.Backup(),
            ("reload", _) => new Order.Reload(parts.Length > 1 ? parts[1].ToLowerInvariant() : null),
            ("user", { } id) => new Order.Look(id),
            ("reset", { } id) => new Order.Reset(id, IsSure(parts)),
            ("pause", { } id) => new Order.Pause(id),
            ("ban", { } id) => new Order.Ban(id, IsSure(parts)),
            ("unban", { } id) => new Order.Unban(id),
            ("reply", { } id) => new Order.Reply(id),
            ("message", { } id) when parts.Length == 3 => new Order.Message(id, parts[2]),
            ("retry", { } letter) when Id(parts, 2) is { } id => new Order.Retry(letter, id),
            ("drop", { } letter) => new Order.Drop(letter),
            _ => null,
        };
    }

    public static string Write(Order order) => order switch
    {
        Order.Menu => "menu",
        Order.Stats { Part: var part } => part == StatsPart.People ? "stats" : $"stats {part.ToString().ToLowerInvariant()}",
        Order.Look look => With("user", look.ChatId),
        Order.Reset reset => With("reset", reset.ChatId, reset.Sure),
        Order.Pause pause => With("pause", pause.ChatId),
        Order.Ban ban => With("ban", ban.ChatId, ban.Sure),
        Order.Unban unban => With("unban", unban.ChatId),
        Order.Message message => $"{With("message", message.ChatId)} {message.Text}",
        Order.Reply reply => With("reply", reply.ChatId),
        Order.Audit => "audit",
        Order.Errors => "errors",
        Order.Retry retry => string.Create(CultureInfo.InvariantCulture, $"retry {retry.Letter} {retry.ChatId}"),
        Order.Drop drop => With("drop", drop.Letter),
        Order.Health => "health",
        Order.Backup => "backup",
        Order.Reload reload => reload.What is null ? "reload" : $"reload {reload.What}",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order.GetType().Name, "An order without words."),
    };

    /// <summary>The order's first word, which the audit keeps.</summary>
    public static string Name(Order order) => Write(order).Split(' ')[0];

    private static string With(string word, long id, bool sure = false) =>
        string.Create(CultureInfo.InvariantCulture, $"{word} {id}{(sure ? $" {Sure}" : "")}");

    private static long? Id(string[] parts, int at) =>
        parts.Length > at && long.TryParse(parts[at].TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    private static bool IsSure(string[] parts) => parts.Length > 2 && parts[2] == Sure;
}
