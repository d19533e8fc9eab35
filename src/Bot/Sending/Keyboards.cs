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
            var buttons = new Telegram.Button[row.Count];
            for (var n = 0; n < buttons.Length; n++)
            {
                buttons[n] = new Telegram.Button(row[n].Label, row[n].Data);
            }

            if (buttons.Length > 0)
            {
                rows.Add(buttons);
            }
        }

        return rows.Count == 0 ? null : new Keyboard(rows);
    }
}
