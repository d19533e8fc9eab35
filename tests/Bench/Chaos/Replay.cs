using NodaTime;
using Ontime.Members;
using Ontime.Telegram;
using Ontime.Words;

namespace Ontime.Bench.Chaos;

/// <summary>A message that has to come, or an edit; of what is only looked up when it is sent, the words are not known.</summary>
/// <param name="Words">Null: not known.</param>
/// <param name="About">What it is about, so that it can be taken back; null: it cannot.</param>
internal sealed record Due(DueKind Kind, string? Words, string? About = null)
{
    /// <summary>It may never have been sent: it was taken back while it perhaps still waited.</summary>
    public bool Optional { get; set; }
}

internal enum DueKind { Say, Edit, File, Chart }

/// <summary>
/// One person's diary played once more, by the core alone: what the store has to hold and what the chat has to show when every input took effect
/// once, in order, and nothing else did.
/// </summary>
internal sealed class Replay(Coach coach)
{
    /// <summary>So many of the messages before “forget me” may have been taken back by it.</summary>
    private const int TakenBackByForgetting = 12;

    private readonly Renderer _renderer = new(coach.Dialogs);
    private readonly List<Due> _due = [];
    private readonly List<(Instant At, string Kind, byte[] Data)> _events = [];
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public Member? Member { get; private set; }

    public IReadOnlyList<Due> Due => _due;

    public IReadOnlyList<(Instant At, string Kind, byte[] Data)> Events => _events;

    /// <summary>What the running counts grew by.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Inputs that reached the core.</summary>
    public int Turns { get; private set; }

    public int Wakes { get; private set; }

    public int Forgotten { get; private set; }

    public static Replay Of(Coach coach, Diary diary)
    {
        var replay = new Replay(coach);
        foreach (var (input, at) in diary.Entries)
        {
            if (input is not Input.Wake)
            {
                replay.Take(input, at);
            }
            else if (replay.Member?.DueAt <= at)
            {
                replay.Wakes++;
                replay.Take(input, at);
            }
        }

        return replay;
    }

    private void Take(Input input, Instant now)
    {
        var turn = coach.Handle(Member, input, now);
        Turns++;
        TakeBack(turn);
        foreach (var effect in turn.Effects)
        {
            _due.AddRange(DueOf(turn.Language, effect));
        }

        foreach (var (name, by) in Admin.Counting.Of(Member, turn.Member, turn.Member is null ? [] : turn.Events))
        {
            _counts[name] = _counts.GetValueOrDefault(name) + by;
        }

        if (turn.Member is not null)
        {
            _events.AddRange(turn.Events.Select(happened => (now, happened.Kind, MemberCodec.WriteEvent(happened))));
        }

        Member = turn.Member;
    }

    private void TakeBack(Turn turn)
    {
        if (turn.Forget)
        {
            Forgotten++;
            _events.Clear();
            foreach (var due in _due.TakeLast(TakenBackByForgetting))
            {
                due.Optional = true;
            }
        }

        foreach (var taken in turn.Withdrawn)
        {
            var at = _due.FindLastIndex(due => due.About == taken.About);
            if (at >= 0)
            {
                _due[at].Optional = true;
                _due.InsertRange(at + 1, taken.Instead is null ? [] : DueOf(turn.Language, taken.Instead).Select(due => due with { Optional = true }));
            }
        }
    }

    private IEnumerable<Due> DueOf(Language language, Effect effect) => effect switch
    {
        Effect.Say say => Words(language, say.Message).Select(part => new Due(DueKind.Say, part, say.About)),
        Effect.Edit edit => Words(language, edit.Message).Select((part, n) => new Due(n == 0 ? DueKind.Edit : DueKind.Say, part)),
        Effect.File { Kind: FileKind.Export } => [new Due(DueKind.File, null), new Due(DueKind.File, null)],
        Effect.File => [new Due(DueKind.File, null)],
        Effect.Chart => [new Due(DueKind.Chart, null)],
        _ => [],
    };

    private IReadOnlyList<string> Words(Language language, Message message) => Html.Split(_renderer.Render(language, message).Html);
}
