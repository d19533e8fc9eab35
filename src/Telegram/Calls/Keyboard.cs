using System.Text;
using System.Text.Json.Serialization;

namespace Ontime.Telegram;

/// <summary>One inline button: exactly one of <paramref name="CallbackData"/> and <paramref name="Url"/>.</summary>
/// <param name="Text">What it says; not empty.</param>
/// <param name="CallbackData">What a tap brings back: 1 to 64 bytes of UTF-8.</param>
/// <param name="Url">What a tap opens.</param>
public sealed record Button(string Text, string? CallbackData, string? Url = null);

/// <summary>The buttons under a message, checked when built.</summary>
public sealed record Keyboard
{
    /// <exception cref="ArgumentException">A limit of Telegram is broken; the message names the button.</exception>
    public Keyboard(IReadOnlyList<IReadOnlyList<Button>> rows)
    {
        foreach (var row in rows)
        {
            Check(row);
        }

        var count = rows.Sum(row => row.Count);
        if (count > Limits.Buttons)
        {
            throw new ArgumentException($"{count} buttons; Telegram takes {Limits.Buttons} at most.", nameof(rows));
        }

        InlineKeyboard = rows;
    }

    /// <summary>The rows, from the top.</summary>
    [JsonPropertyName("inline_keyboard")]
    public IReadOnlyList<IReadOnlyList<Button>> InlineKeyboard { get; }

    private static void Check(IReadOnlyList<Button> row)
    {
        if (row.Count is 0 or > Limits.ButtonsPerRow)
        {
            var first = row.Count == 0 ? "" : $" (it begins with “{row[0].Text}”)";
            throw new ArgumentException($"A row of {row.Count} buttons{first}; 1 to {Limits.ButtonsPerRow} are allowed.", nameof(row));
        }

        foreach (var button in row)
        {
            if (Fault(button) is { } fault)
            {
                throw new ArgumentException($"The button “{button.Text}” {fault}.", nameof(row));
            }
        }
    }

    private static string? Fault(Button button)
    {
        if (string.IsNullOrWhiteSpace(button.Text))
        {
            return "has no text";
        }

        if (button.CallbackData is null == button.Url is null)
        {
            return "must have either data or a URL";
        }

        if (button.CallbackData is not { } data)
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetByteCount(data);
        return bytes is 0 or > Limits.CallbackDataBytes
            ? $"has data of {bytes} bytes, 1 to {Limits.CallbackDataBytes} are allowed: {data}"
            : null;
    }
}
