using Ontime.Words;

namespace Ontime.Dialogs;

/// <summary>Puts buttons into rows that fit a phone: short ones side by side, long ones alone.</summary>
internal static class Rows
{
    /// <summary>Latin letters that fit a row; a Chinese character takes the room of two.</summary>
    private const int Room = 30, Gap = 3;

    /// <summary>Telegram shows eight a row and no more.</summary>
    private const int Most = 8;

    public static List<IReadOnlyList<Button>> Arrange(Talk talk, IReadOnlyList<Button> buttons)
    {
        var renderer = new Renderer(talk.Set);
        var rows = new List<IReadOnlyList<Button>>();
        var row = new List<Button>();
        var widest = 0;
        foreach (var button in buttons)
        {
            // All buttons of a row are as wide as the widest.
            var width = Width(renderer.Plain(talk.Language, button.Label)) + Gap;
            var wide = Math.Max(widest, width);
            if (row.Count > 0 && (wide * (row.Count + 1) > Room + Gap || row.Count == Most))
            {
                rows.Add(row);
                row = [];
                wide = width;
            }

            widest = wide;
            row.Add(button);
        }

        if (row.Count > 0)
        {
            rows.Add(row);
        }

        return rows;
    }

    private static int Width(string label)
    {
        var width = label.Length;
        foreach (var letter in label)
        {
            width += letter > 0x2E7F ? 1 : 0;
        }

        return width;
    }
}
