using NodaTime;
using NodaTime.Text;

namespace Ontime.Admin;

/// <summary>How the reports write what they all have: numbers, bars, moments, names.</summary>
internal static class Lines
{
    private const int Width = 6;

    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("MM-dd");

    public static Line Of(string key, params (string Name, Arg Arg)[] args) => new(key, args.ToDictionary(arg => arg.Name, arg => arg.Arg));

    public static Arg Words(string words) => new Arg.Words(words);

    public static Arg Number(long number) => new Arg.Number(number);

    /// <summary>Universal time, to the minute.</summary>
    public static Arg At(Instant at) => new Arg.Words(Minute.Format(at));

    public static Arg On(LocalDate date) => new Arg.Words(Date.Format(date));

    /// <summary>Six signs, filled as far as the part is of the whole; something is never none.</summary>
    public static Arg Bar(long part, long whole)
    {
        var filled = whole <= 0 || part <= 0 ? 0 : Math.Clamp((int)Math.Round((decimal)Width * part / whole), 1, Width);
        return new Arg.Words(new string('▰', filled) + new string('▱', Width - filled));
    }

    /// <summary>The short name of a step in the reader's language; where it has none, or is gone, its id.</summary>
    public static Arg Step(Dialogs.DialogSet set, string step) =>
        set.Texts(Language.En).Has($"{step}.name") ? new Arg.Text($"{step}.name") : new Arg.Words(step);
}
