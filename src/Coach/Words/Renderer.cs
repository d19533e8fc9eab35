using Ontime.Dialogs;

namespace Ontime.Words;

/// <summary>A message in one language, ready to be sent.</summary>
/// <param name="Html">With the few tags texts may use, everything else escaped; not yet split.</param>
public sealed record Rendered(string Html, IReadOnlyList<IReadOnlyList<RenderedButton>> Rows);

/// <param name="Label">Plain text.</param>
public sealed record RenderedButton(string Label, string Data);

/// <summary>Turns texts by key into words, at the moment they are sent.</summary>
public sealed class Renderer(DialogSet dialogs)
{
    public Rendered Render(Language language, Message message) => throw new NotSupportedException($"{dialogs} {language} {message}");

    /// <summary>One line as plain text, for a toast.</summary>
    public string Plain(Language language, Line line) => throw new NotSupportedException($"{dialogs} {language} {line}");
}
