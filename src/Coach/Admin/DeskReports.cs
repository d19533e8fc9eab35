using NodaTime;

namespace Ontime.Admin;

/// <summary>A dead letter as an admin sees it; never a person's words.</summary>
/// <param name="Id">By which it is tried again or dropped.</param>
/// <param name="Kind">The kind of the input.</param>
/// <param name="Step">Where the person stood; null: unknown.</param>
/// <param name="Fault">The exception's type and place.</param>
public sealed record Letter(long Id, Instant At, long ChatId, string Kind, string? Step, string Fault);

/// <summary>The shorter reports in words.</summary>
public static class DeskReports
{
    /// <param name="letters">The newest first, as many as are shown.</param>
    /// <param name="all">How many there are.</param>
    public static Message Errors(IReadOnlyList<Letter> letters, long all) => letters.Count == 0
        ? new(new Line("admin.errors.none"))
        : new(
            [Lines.Of("admin.errors.head", ("n", Lines.Number(all))), .. letters.Select(letter => Lines.Of(
                "admin.errors.letter",
                ("n", Lines.Number(letter.Id)), ("at", Lines.At(letter.At)), ("id", Lines.Words(Id(letter.ChatId))), ("kind", Lines.Words(letter.Kind)),
                ("step", Lines.Words(letter.Step is { Length: > 0 } step ? step : "–")), ("fault", Lines.Words(letter.Fault))))],
            [.. letters.Select(IReadOnlyList<Button> (letter) =>
                [Numbered("admin.button.retry", letter.Id, new Order.Retry(letter.Id, letter.ChatId)), Numbered("admin.button.drop", letter.Id, new Order.Drop(letter.Id))])]);

    public static Message Nobody { get; } = new(new Line("admin.nobody"));

    public static Message Dropped(long letter) => new(Lines.Of("admin.errors.dropped", ("n", Lines.Number(letter))));

    /// <param name="lines">The newest first.</param>
    public static Message Audit(IReadOnlyList<(Instant At, Audited Line)> lines) => lines.Count == 0
        ? new(new Line("admin.audit.none"))
        : new([new Line("admin.audit.head"), .. lines.Select(line => Lines.Of(
            line.Line.Refused ? "admin.audit.tried" : line.Line.About is null ? "admin.audit.did" : "admin.audit.did_about",
            ("at", Lines.At(line.At)), ("by", Lines.Words(Id(line.Line.By))), ("what", Lines.Words(line.Line.What)),
            ("id", Lines.Words(line.Line.About is { } about ? Id(about) : ""))))], Message.NoButtons);

    /// <param name="troubles">What /readyz names, a line each; empty: nothing.</param>
    public static Message Health(IReadOnlyList<string> troubles) => troubles.Count == 0
        ? new(new Line("admin.health.fine"))
        : new([new Line("admin.health.trouble"), .. troubles.Select(trouble => Lines.Of("admin.words", ("words", Lines.Words(trouble))))], Message.NoButtons);

    /// <param name="file">Where it lies; null: no folder for backups is set.</param>
    public static Message Backup(string? file) => file is null
        ? new(new Line("admin.backup.none"))
        : new(Lines.Of("admin.backup.done", ("file", Lines.Words(file))));

    /// <param name="why">What went wrong, and what to do.</param>
    public static Message BackupFailed(string why) => new(Lines.Of("admin.backup.failed", ("why", Lines.Words(why))));

    internal static string Id(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Button Numbered(string label, long n, Order order) => new($"{Orders.Button}{Orders.Write(order)}", Lines.Of(label, ("n", Lines.Number(n))));
}
