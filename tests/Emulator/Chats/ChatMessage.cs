using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Ontime.Emulator;

/// <summary>A message in a chat, as it stands at the moment it was looked at.</summary>
public sealed record ChatMessage
{
    public required int Id { get; init; }

    public required bool FromBot { get; init; }

    public required Instant Date { get; init; }

    /// <summary>text, photo, document, sticker, voice, location, contact.</summary>
    public required string Kind { get; init; }

    /// <summary>What a person reads: the plain text, or the caption of a file.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the bot sent for it, with its tags.</summary>
    public string Source { get; init; } = "";

    public IReadOnlyList<Entity> Entities { get; init; } = [];

    /// <summary>The buttons under the message, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> Keyboard { get; init; } = [];

    public bool Edited => EditedAt is not null;

    public Instant? EditedAt { get; init; }

    public bool Deleted { get; init; }

    /// <summary>Of a photo or document: the file_id (the largest size), else null.</summary>
    public string? FileId { get; init; }

    public string? FileName { get; init; }

    /// <summary>Of an upload the bot sent: its bytes.</summary>
    public ReadOnlyMemory<byte> FileBytes { get; init; }

    public int? ReplyTo { get; init; }

    public bool Silent { get; init; }

    public bool Protected { get; init; }

    internal long FromId { get; init; }

    internal JsonElement? Markup { get; init; }

    /// <summary>What the kind adds to the JSON: photo, document, sticker…</summary>
    internal JsonObject? Media { get; init; }

    /// <summary>The button with that label, or null.</summary>
    public Button? Button(string label) => Keyboard.SelectMany(static row => row).FirstOrDefault(b => b.Label == label);

    internal bool HasInlineKeyboard => Markup is { } markup && Keyboards.IsInline(markup);

    internal FormattedText Formatted => new(Text, Entities, Source);

    internal ChatMessage With(FormattedText text) => this with { Text = text.Plain, Entities = text.Entities, Source = text.Source };

    internal ChatMessage With(JsonElement? markup) => this with
    {
        Markup = markup,
        Keyboard = markup is { } given && Keyboards.IsInline(given) ? Keyboards.Read(given) : [],
    };

    public override string ToString()
    {
        var marks = (Edited ? " (edited)" : "") + (Deleted ? " (deleted)" : "") + (Kind == "text" ? "" : $" <{Kind} {FileName}>");
        var rows = string.Concat(Keyboard.Select(static row => "\n        " + string.Join(' ', row)));
        return $"  {(FromBot ? "bot" : "   ")} {Id}{marks}: {Text.ReplaceLineEndings("\n        ")}{rows}";
    }
}
