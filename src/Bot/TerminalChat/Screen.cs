using Ontime.Storage;
using Ontime.Telegram;
using Ontime.Words;

namespace Ontime.Bot.TerminalChat;

/// <summary>Something that became visible in the terminal.</summary>
internal abstract record Shown
{
    private Shown()
    {
    }

    public sealed record Said(Bubble Bubble) : Shown;

    public sealed record Edited(Bubble Bubble) : Shown;

    public sealed record Toast(string Text) : Shown;

    public sealed record Deleted : Shown;

    public sealed record File(string Name, string Content) : Shown;
}

/// <summary>A message of the coach as it stands now.</summary>
/// <param name="Text">Plain.</param>
internal sealed record Bubble(long Id, string Name, string Text, IReadOnlyList<IReadOnlyList<RenderedButton>> Rows)
{
    public IEnumerable<RenderedButton> Buttons => Rows.SelectMany(row => row);
}

/// <summary>Plays Telegram's part: gives messages their ids and keeps what is visible.</summary>
internal sealed class Screen(Renderer renderer, Exported exported, Charts.Charts charts)
{
    private readonly List<Bubble> _bubbles = [];
    private long _lastId;

    /// <summary>The message whose buttons have letters: of those with buttons, the one that was said or changed last.</summary>
    public Bubble? Lettered { get; private set; }

    public long NextId() => ++_lastId;

    /// <summary>The newest button with that label, and the message it hangs on.</summary>
    public (Bubble Bubble, RenderedButton Button)? Find(Func<RenderedButton, bool> fits)
    {
        foreach (var bubble in _bubbles.Where(bubble => bubble.Id == Lettered?.Id).Concat(Enumerable.Reverse(_bubbles)))
        {
            if (bubble.Buttons.FirstOrDefault(fits) is { } button)
            {
                return (bubble, button);
            }
        }

        return null;
    }

    public async Task<IReadOnlyList<Shown>> PlayAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var (language, effects, _) = EffectCodec.Read(row.Body);
        List<Shown> shown = [];
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.Say say:
                    shown.Add(Say(say.Name, renderer.Render(language, say.Message)));
                    break;
                case Effect.Edit edit:
                    shown.Add(Change(edit, renderer.Render(language, edit.Message)));
                    break;
                case Effect.Strip strip when Known(strip.Name, strip.MessageId) is { } bubble:
                    Put(bubble with { Rows = [] });
                    break;
                case Effect.Answer { Toast: { } toast }:
                    shown.Add(new Shown.Toast(renderer.Plain(language, toast)));
                    break;
                case Effect.Delete:
                    shown.Add(new Shown.Deleted());
                    break;
                case Effect.File file:
                    shown.AddRange((await exported(row.ChatId, file.Kind, cancellationToken)).Select(File));
                    break;
                case Effect.Chart chart when await charts.DrawAsync(row.ChatId, chart.Kind, language, cancellationToken) is { } drawn:
                    shown.Add(new Shown.File("trend", Html.ToPlain(drawn.Html)));
                    break;
                default:
                    break;
            }
        }

        Letter(shown);
        return shown;
    }

    private Shown.Said Say(string name, Rendered rendered)
    {
        var bubble = new Bubble(NextId(), name, Html.ToPlain(rendered.Html), rendered.Rows);
        _bubbles.Add(bubble);
        return new Shown.Said(bubble);
    }

    private Shown Change(Effect.Edit edit, Rendered rendered)
    {
        if (Known(edit.Name, edit.MessageId) is not { } known)
        {
            return Say(edit.Name, rendered);
        }

        var bubble = known with { Name = edit.Name, Text = Html.ToPlain(rendered.Html), Rows = rendered.Rows };
        Put(bubble);
        return new Shown.Edited(bubble);
    }

    private Bubble? Known(string name, long? id) =>
        id is > 0 ? _bubbles.Find(bubble => bubble.Id == id) : _bubbles.FindLast(bubble => bubble.Name == name);

    private void Put(Bubble bubble) => _bubbles[_bubbles.FindIndex(old => old.Id == bubble.Id)] = bubble;

    private void Letter(List<Shown> shown)
    {
        var said = shown.OfType<Shown.Said>().LastOrDefault(said => said.Bubble.Rows.Count > 0)?.Bubble;
        var edited = shown.OfType<Shown.Edited>().LastOrDefault(edited => edited.Bubble.Rows.Count > 0)?.Bubble;
        var now = said ?? edited ?? Lettered;
        Lettered = _bubbles.Find(bubble => bubble.Id == now?.Id && bubble.Rows.Count > 0)
            ?? _bubbles.FindLast(bubble => bubble.Rows.Count > 0);
    }

    private static Shown.File File(FileSource.Upload file) => new(file.Name, System.Text.Encoding.UTF8.GetString(file.Bytes.Span));
}
