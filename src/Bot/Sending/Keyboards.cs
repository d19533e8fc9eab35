using Ontime.Telegram;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>From rendered buttons to Telegram's.</summary>
internal static class Keyboards
{
    /// <summary>Null: there are none.</summary>
    public static Keyboard? Of(Rendered rendered)
    {
        var rows = rendered.Rows.Select(IReadOnlyList<Telegram.Button> (row) =>
            [.. row.Select(button => new Telegram.Button(button.Label, button.Data))]).Where(row => row.Count > 0).ToList();
        return rows.Count == 0 ? null : new Keyboard(rows);
    }
}
