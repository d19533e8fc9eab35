using Ontime.Words;

namespace Ontime.Dialogs;

/// <summary>Plays the part of the chat: gives messages their ids, keeps what stands on them, and tells what became visible.</summary>
internal sealed class Stage(DialogSet set)
{
    private static readonly (string Escape, string Sign)[] Escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    private static readonly string[] Tags = ["b", "i", "code", "pre"];

    private readonly Renderer _renderer = new(set);
    private readonly List<Posted> _posted = [];
    private long _last;

    public long NextId() => ++_last;

    public IEnumerable<Beat> Play(Outgoing outgoing)
    {
        foreach (var effect in outgoing.Effects)
        {
            switch (effect)
            {
                case Effect.Say say:
                    foreach (var beat in Say(say.Name, _renderer.Render(outgoing.Language, say.Message)))
                    {
                        yield return beat;
                    }

                    break;
                case Effect.Edit edit:
                    foreach (var beat in Edit(edit, _renderer.Render(outgoing.Language, edit.Message)))
                    {
                        yield return beat;
                    }

                    break;
                case Effect.Strip strip when Find(strip.Name, strip.MessageId) is { } posted:
                    posted.Gone = posted.Rows.Count > 0 ? posted.Rows : posted.Gone;
                    posted.Rows = [];
                    break;
                case Effect.Answer { Toast: { } toast }:
                    yield return new Beat.Toast(_renderer.Plain(outgoing.Language, toast));
                    break;
                case Effect.Delete:
                    yield return new Beat.Deleted();
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The newest button with that label; one whose message has lost its buttons only where no other has it, as a slow phone shows it.</summary>
    public (long MessageId, string Data)? Press(string label) => Press(label, posted => posted.Rows) ?? Press(label, posted => posted.Gone);

    /// <summary>Every label that can be pressed now.</summary>
    public IEnumerable<string> Labels => _posted.SelectMany(posted => posted.Rows).SelectMany(row => row).Select(button => button.Label);

    private (long, string)? Press(string label, Func<Posted, IReadOnlyList<IReadOnlyList<RenderedButton>>> rows)
    {
        foreach (var posted in Enumerable.Reverse(_posted))
        {
            if (rows(posted).SelectMany(row => row).FirstOrDefault(button => button.Label == label) is { } button)
            {
                return (posted.Id, button.Data);
            }
        }

        return null;
    }

    private IEnumerable<Beat> Say(string name, Rendered rendered)
    {
        _posted.Add(new Posted(NextId()) { Name = name, Rows = rendered.Rows });
        return Shown(new Beat.Coach(Plain(rendered.Html)), rendered);
    }

    private IEnumerable<Beat> Edit(Effect.Edit edit, Rendered rendered)
    {
        if (Find(edit.Name, edit.MessageId) is not { } posted)
        {
            return Say(edit.Name, rendered);
        }

        posted.Name = edit.Name;
        posted.Gone = posted.Rows.Count > 0 ? posted.Rows : posted.Gone;
        posted.Rows = rendered.Rows;
        return Shown(new Beat.Edit(Plain(rendered.Html)), rendered);
    }

    private static IEnumerable<Beat> Shown(Beat text, Rendered rendered) =>
        rendered.Rows.Count == 0 ? [text] : [text, new Beat.Buttons([.. rendered.Rows.Select(row => row.Select(button => button.Label).ToList())])];

    private Posted? Find(string name, long? id) => id is > 0 ? _posted.Find(posted => posted.Id == id) : _posted.FindLast(posted => posted.Name == name);

    private static string Plain(string html)
    {
        var bare = Tags.Aggregate(html, (text, tag) => text.Replace($"<{tag}>", "").Replace($"</{tag}>", ""));
        return Escapes.Aggregate(bare, (text, escape) => text.Replace(escape.Escape, escape.Sign));
    }

    private sealed class Posted(long id)
    {
        public long Id { get; } = id;

        public required string Name { get; set; }

        public required IReadOnlyList<IReadOnlyList<RenderedButton>> Rows { get; set; }

        /// <summary>The buttons it had before it lost them.</summary>
        public IReadOnlyList<IReadOnlyList<RenderedButton>> Gone { get; set; } = [];
    }
}
