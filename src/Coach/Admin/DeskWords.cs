namespace Ontime.Admin;

/// <summary>What an admin is told at once. Whatever needs a look-up is a report.</summary>
internal static class DeskWords
{
    public static Message NotUnderstood { get; } = new(new Line("admin.what"));

    public static Message Menu { get; } = new([new Line("admin.menu")],
    [
        [Button("admin.button.stats", new Order.Stats(StatsPart.People)), Button("admin.button.health", new Order.Health())],
        [Button("admin.button.errors", new Order.Errors()), Button("admin.button.audit", new Order.Audit())],
        [Button("admin.button.backup", new Order.Backup()), Button("admin.button.look", new Order.Reload(null))],
    ]);

    public static Message Sure(Order order) => order switch
    {
        Order.Reset reset => new([Line("admin.sure.reset", reset.ChatId)], [[Button("admin.button.reset", reset with { Sure = true })]]),
        Order.Ban ban => new([Line("admin.sure.ban", ban.ChatId)], [[Button("admin.button.ban", ban with { Sure = true })]]),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order.GetType().Name, "Nothing to be sure of."),
    };

    /// <summary>It begins with the person's number: a reply to it goes to them.</summary>
    public static Message Reply(long chatId) => new(Line("admin.reply", chatId));

    public static Message Feedback(Input.Feedback feedback) => new(
        [Line("admin.feedback", feedback.From), new Line("admin.words", "words", new Arg.Words(feedback.Text))],
        [[Button("admin.button.reply", new Order.Reply(feedback.From)), Button("admin.button.user", new Order.Look(feedback.From))]]);

    public static Message Carried(Input.Carried carried) => carried switch
    {
        { Fate: OrderFate.Nobody } => DeskReports.Nobody,
        { Fate: OrderFate.Unreachable } => new(new Line("admin.unreachable")),
        { Order: Order.Reset order } => new(Line("admin.done.reset", order.ChatId)),
        { Order: Order.Pause order } => new(Line("admin.done.pause", order.ChatId)),
        { Order: Order.Ban order } => new([Line("admin.done.ban", order.ChatId)], [[Button("admin.button.unban", new Order.Unban(order.ChatId))]]),
        { Order: Order.Unban order } => new(Line("admin.done.unban", order.ChatId)),
        { Order: Order.Message order } => new(Line("admin.done.message", order.ChatId)),
        { Order: Order.Retry order } => new(Line("admin.done.retry", order.ChatId)),
        _ => throw new ArgumentOutOfRangeException(nameof(carried), carried.Order.GetType().Name, "Nothing that is carried out by telling."),
    };

    public static Button Button(string label, Order order) => new($"{Orders.Button}{Orders.Write(order)}", new Line(label));

    public static Line Line(string key, long chatId) => new(key, "id", new Arg.Words(chatId.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
