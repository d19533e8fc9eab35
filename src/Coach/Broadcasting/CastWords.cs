using NodaTime;

namespace Ontime.Broadcasting;

/// <summary>What an admin reads about broadcasts, and what stands below one. Rows in, messages out.</summary>
public static class CastWords
{
    /// <summary>The button under every copy.</summary>
    private static readonly Button NoMore = new("c:no_broadcasts", new Line("cast.button.no_more"));

    /// <summary>A copy as everybody gets it.</summary>
    public static Message Copy(string html) => new([Text(html)], [[NoMore]]);

    public static Message Preview(Language language, string html) =>
        new(Line("cast.preview", ("state", new Arg.Text(language == Language.ZhHans ? "cast.chinese" : "cast.english"))), Text(html));

    public static Message Nothing { get; } = new(new Line("cast.none"));

    /// <summary>A draft that is none any more.</summary>
    public static Message Gone { get; } = new(new Line("cast.gone"));

    public static Message Dropped { get; } = new(new Line("cast.dropped"));

    public static Message Groups(long id, bool chinese, bool english)
    {
        List<CastGroup> groups = [CastGroup.All, CastGroup.Active, CastGroup.Bills, CastGroup.Unfinished];
        List<IReadOnlyList<Button>> rows = [.. groups.Chunk(2).Select(row => row.Select(group => Aim(id, group)).ToList())];
        rows.Add([new Button(Data(new CastOrder.ChooseStep(id)), new Line("cast.group.stalled"))]);
        if (chinese && english)
        {
            rows.Add([Aim(id, CastGroup.Chinese), Aim(id, CastGroup.English)]);
        }

        rows.Add([Button("cast.button.drop", new CastOrder.Drop(id))]);
        return new([Line("cast.groups", ("number", Number(id)))], rows);
    }

    public static Message Steps(long id, IReadOnlyList<(string Step, long People)> steps)
    {
        var rows = steps.Select(IReadOnlyList<Button> (step) => [new Button(
            Data(new CastOrder.Aim(id, CastGroup.Stalled, step.Step)), Line("cast.step", ("words", new Arg.Words(step.Step)), ("n", Number(step.People))))]).ToList();
        return new(
            [new Line(steps.Count > 0 ? "cast.steps" : "cast.no_steps")], [.. rows, [Button("cast.button.other", new CastOrder.Choose(id))]]);
    }

    /// <param name="perSecond">How many a second go out, as far as the limits let them.</param>
    public static Message Crowd(long id, CastGroup group, string? step, CastCrowd crowd, double perSecond)
    {
        List<Line> lines =
        [
            Line("cast.crowd",
                ("number", Number(id)), ("who", new Arg.Block([Who(group, step)])), ("n", Number(crowd.People)),
                ("chinese", Number(crowd.Chinese)), ("english", Number(crowd.English))),
        ];
        if (crowd.Silent + crowd.Declined > 0)
        {
            lines.Add(Line("cast.left_out", ("n", Number(crowd.Silent)), ("left", Number(crowd.Declined))));
        }

        if (crowd.People > 0)
        {
            lines.Add(Line("cast.takes", ("time", Time(Duration.FromSeconds(crowd.People / perSecond)))));
        }

        IReadOnlyList<Button> change = [Button("cast.button.other", new CastOrder.Choose(id)), Button("cast.button.drop", new CastOrder.Drop(id))];
        IReadOnlyList<Button> go = [Button("cast.button.send", new CastOrder.Send(id)), Button("cast.button.test", new CastOrder.Test(id))];
        return new(lines, crowd.People > 0 ? [go, change] : [change]);
    }

    public static Message Status(CastStatus status)
    {
        List<Line> lines =
        [
            Line($"cast.phase.{status.Phase.ToString().ToLowerInvariant()}",
                ("number", Number(status.Id)), ("n", Number(status.Settled)), ("of", Number(Math.Max(status.Total, status.Settled + status.Waiting)))),
        ];
        if (status is { Phase: CastPhase.Running, WaitsFor: { } wait })
        {
            lines.Add(Line("cast.waits", ("time", Time(wait))));
        }
        else if (status is { Phase: CastPhase.Running, PerSecond: { } rate, Left: { } left })
        {
            lines.Add(Line("cast.pace", ("rate", Number((decimal)Math.Round(rate, 1))), ("time", Time(left))));
        }

        lines.AddRange(Fates(status));
        return new(lines, Buttons(status));
    }

    public static Message List(IReadOnlyList<CastStatus> all) => all.Count == 0 ? Nothing : new(
        [new Line("cast.list"), .. all.Select(one => Status(one).Lines[0])],
        [.. all.Select(one => new Button(Data(new CastOrder.Show(one.Id)), Line("cast.button.show", ("number", Number(one.Id))))).Chunk(4).Select(row => row.ToList())]);

    private static IEnumerable<Line> Fates(CastStatus status)
    {
        var further = status.Unknown - status.UnknownChats.Count;
        (string Key, long Count)[] counts =
        [
            ("cast.fate.delivered", status.Delivered), ("cast.fate.waiting", status.Waiting), ("cast.fate.unreachable", status.Unreachable),
            ("cast.fate.refused", status.Refused), ("cast.fate.unsent", Unsent(status)),
        ];
        foreach (var (key, count) in counts.Where(one => one.Count > 0))
        {
            yield return Line(key, ("n", Number(count)));
        }

        if (status.Unknown > 0)
        {
            var chats = string.Join(", ", status.UnknownChats) + (further > 0 ? ", …" : "");
            yield return Line("cast.fate.unknown", ("n", Number(status.Unknown)), ("words", new Arg.Words(chats)));
        }
    }

    /// <summary>At the end, those of the count who were never looked at are told with those who were looked at in vain.</summary>
    private static long Unsent(CastStatus status) =>
        status.Phase is CastPhase.Done or CastPhase.Stopped ? Math.Max(status.Unsent, status.Total - status.Settled + status.Unsent) : status.Unsent;

    private static IReadOnlyList<IReadOnlyList<Button>> Buttons(CastStatus status) => status.Phase switch
    {
        CastPhase.Draft => [[Button("cast.button.other", new CastOrder.Choose(status.Id)), Button("cast.button.drop", new CastOrder.Drop(status.Id))]],
        CastPhase.Running => [[Button("cast.button.pause", new CastOrder.Pause(status.Id)), Button("cast.button.stop", new CastOrder.Stop(status.Id))]],
        CastPhase.Paused => [[Button("cast.button.resume", new CastOrder.Resume(status.Id)), Button("cast.button.stop", new CastOrder.Stop(status.Id))]],
        CastPhase.Done when status.Unknown > 0 => [[Button("cast.button.again", new CastOrder.Again(status.Id))]],
        _ => Message.NoButtons,
    };

    private static Line Who(CastGroup group, string? step) =>
        step is null ? new Line($"cast.group.{CastOrders.Word(group)}") : Line("cast.stalled_at", ("words", new Arg.Words(step)));

    private static Arg.Block Time(Duration time) => new(
    [
        time.TotalSeconds < 90 ? Line("cast.seconds", ("n", Number((decimal)Math.Ceiling(time.TotalSeconds))))
        : time.TotalMinutes < 90 ? Line("cast.minutes", ("n", Number((decimal)Math.Round(time.TotalMinutes))))
        : Line("cast.hours", ("n", Number((decimal)Math.Round(time.TotalHours, 1)))),
    ]);

    private static Button Aim(long id, CastGroup group) => new(Data(new CastOrder.Aim(id, group, null)), new Line($"cast.group.{CastOrders.Word(group)}"));

    private static Button Button(string label, CastOrder order) => new(Data(order), new Line(label));

    private static string Data(CastOrder order) => $"{CastOrders.Button}{CastOrders.Write(order)}";

    private static Line Text(string html) => Line("cast.text", ("words", new Arg.Html(html)));

    private static Line Line(string key, params (string Name, Arg Value)[] args) => new(key, args.ToDictionary(arg => arg.Name, arg => arg.Value));

    private static Arg.Number Number(decimal value) => new(value);
}
