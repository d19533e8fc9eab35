using System.Globalization;

namespace Ontime.Broadcasting;

/// <summary>An order in words, as it stands in a button behind <see cref="Button"/> and as it is stored. The texts of a new draft stand beside it.</summary>
public static class CastOrders
{
    public const string Command = "broadcast";

    /// <summary>What the data of a button begins with.</summary>
    public const string Button = "b:";

    private const string New = "new";

    /// <returns>Null: these words are no order.</returns>
    public static CastOrder? Parse(string words)
    {
        var parts = words.Split(' ');
        return parts is [_, var number, ..] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (parts[0], parts.Length) switch
            {
                ("choose", 2) => new CastOrder.Choose(id),
                ("steps", 2) => new CastOrder.ChooseStep(id),
                ("aim", 3 or 4) => Group(parts[2]) is { } group ? new CastOrder.Aim(id, group, parts.ElementAtOrDefault(3)) : null,
                ("test", 2) => new CastOrder.Test(id),
                ("send", 2) => new CastOrder.Send(id),
                ("pause", 2) => new CastOrder.Pause(id),
                ("resume", 2) => new CastOrder.Resume(id),
                ("stop", 2) => new CastOrder.Stop(id),
                ("again", 2) => new CastOrder.Again(id),
                ("drop", 2) => new CastOrder.Drop(id),
                ("show", 2) => new CastOrder.Show(id),
                _ => null,
            }
            : words == "list" ? new CastOrder.List() : null;
    }

    /// <param name="texts">Of a new draft: Chinese and English, each may be missing.</param>
    /// <exception cref="FormatException">The words were not written by <see cref="Write"/>.</exception>
    public static CastOrder Read(string words, (string? Chinese, string? English) texts) =>
        words == New ? new CastOrder.Compose(texts.Chinese, texts.English) : Parse(words) ?? throw new FormatException("No order about a broadcast.");

    public static string Write(CastOrder order) => order switch
    {
        CastOrder.Compose => New,
        CastOrder.List => "list",
        CastOrder.Choose choose => With("choose", choose.Id),
        CastOrder.ChooseStep steps => With("steps", steps.Id),
        CastOrder.Aim aim => $"{With("aim", aim.Id)} {Word(aim.Group)}{(aim.Step is { } step ? $" {step}" : "")}",
        CastOrder.Test test => With("test", test.Id),
        CastOrder.Send send => With("send", send.Id),
        CastOrder.Pause pause => With("pause", pause.Id),
        CastOrder.Resume resume => With("resume", resume.Id),
        CastOrder.Stop stop => With("stop", stop.Id),
        CastOrder.Again again => With("again", again.Id),
        CastOrder.Drop drop => With("drop", drop.Id),
        CastOrder.Show show => With("show", show.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order.GetType().Name, "An order without words."),
    };

    internal static string Word(CastGroup group) => group.ToString().ToLowerInvariant();

    private static CastGroup? Group(string word) => Enum.GetValues<CastGroup>().Where(group => Word(group) == word).Select(group => (CastGroup?)group).SingleOrDefault();

    private static string With(string word, long id) => string.Create(CultureInfo.InvariantCulture, $"{word} {id}");
}
