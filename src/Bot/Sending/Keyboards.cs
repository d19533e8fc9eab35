using Ontime.Telegram;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>From rendered buttons to Telegram's.</summary>
internal static class Keyboards
{
    /// <summary>Null: there are none.</summary>
    public static Keyboard? Of(Rendered rendered)
    {
        var rows = new List<IReadOnlyList<Telegram.Button>>(rendered.Rows.Count);
        foreach (var row in rendered.Rows)
        {
            if (row.Count > 0)
            {
                rows.Add(Array.ConvertAll([.. row], button => new Telegram.Button(button.Label, button.Data)));
            }
        }

        return rows.Count == 0 ? null : new Keyboard(rows);
    }
}
