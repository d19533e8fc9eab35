using Ontime.Dialogs;

namespace Ontime.Admin;

/// <summary>What a set of dialogs would do to the people who have a question open, as far as their step tells.</summary>
/// <param name="Lost">The steps from which people would be set back, the fullest first.</param>
public sealed record Inside(long GoOn, long Mapped, long SetBack, IReadOnlyList<string> Lost)
{
    /// <param name="people">How many have their question open at each step.</param>
    public static Inside Of(IReadOnlyList<(string Step, long People)> people, DialogSet set)
    {
        var by = people.ToLookup(one => Editions.Foresee(one.Step, set));
        return new Inside(
            by[Settled.GoesOn].Sum(one => one.People), by[Settled.Mapped].Sum(one => one.People), by[Settled.SetBack].Sum(one => one.People),
            [.. by[Settled.SetBack].OrderByDescending(one => one.People).Select(one => one.Step)]);
    }
}

/// <summary>What an admin is told of a reload: what it would do, or why it is refused.</summary>
public static class ReloadReport
{
    private const int MostFaults = 20;
    private const int MostSteps = 12;

    public static Message Same { get; } = new(new Line("admin.reload.same"));

    public static Message NoneBefore { get; } = new(new Line("admin.reload.none_before"));

    /// <param name="print">By which the set is known again when it is to be put in force.</param>
    /// <param name="again">True: they are not what was looked at before.</param>
    public static Message Files(string print, IReadOnlyList<string> changed, Inside inside, bool again) => Ask(
        print, inside, [.. again ? [new Line("admin.reload.again")] : Array.Empty<Line>(), Words("admin.reload.files", string.Join(", ", changed))]);

    public static Message Before(string print, long edition, Inside inside) => Ask(print, inside, [Number("admin.reload.before", edition)]);

    public static Message Done(long edition) => new(Number("admin.reload.done", edition));

    /// <param name="faults">A line each; what is in force goes on.</param>
    public static Message Refused(IReadOnlyList<string> faults) => new(
    [
        Number("admin.reload.refused", faults.Count),
        .. faults.Take(MostFaults).Select(fault => Words("admin.words", fault)),
        .. faults.Count > MostFaults ? [Number("admin.reload.more", faults.Count - MostFaults)] : Array.Empty<Line>(),
    ], Message.NoButtons);

    private static Message Ask(string print, Inside inside, List<Line> lines)
    {
        lines.Add(new Line("admin.reload.inside", new Dictionary<string, Arg>
        {
            ["in_all"] = new Arg.Number(inside.GoOn + inside.Mapped + inside.SetBack),
            ["going"] = new Arg.Number(inside.GoOn),
            ["mapped"] = new Arg.Number(inside.Mapped),
            ["lost"] = new Arg.Number(inside.SetBack),
        }));
        if (inside.Lost.Count > 0)
        {
            lines.Add(Words("admin.reload.lost", string.Join(", ", inside.Lost.Take(MostSteps)) + (inside.Lost.Count > MostSteps ? " …" : "")));
        }

        return new Message(lines, [[DeskWords.Button("admin.button.reload", new Order.Reload(print))]]);
    }

    private static Line Words(string key, string words) => new(key, "words", new Arg.Words(words));

    private static Line Number(string key, long n) => new(key, "n", new Arg.Number(n));
}
