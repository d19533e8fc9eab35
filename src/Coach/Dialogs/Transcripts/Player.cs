using NodaTime;
using Ontime.Members;
using Ontime.Reminders;
using Ontime.Words;

namespace Ontime.Dialogs;

/// <summary>
/// One person and the coach. Between every two inputs the member and the effects are written and read back as the store would do it, so
/// that nothing can live in memory alone.
/// </summary>
internal sealed class Player(Coach coach, Language language, Instant start)
{
    public const long Id = 1;

    private const int MostWakes = 1000;

    // A person takes a moment to answer.
    private static readonly Duration Moment = Duration.FromSeconds(5);

    private readonly Person _person = new(Id, null, language.Code());
    private readonly Stage _stage = new(coach.Dialogs);
    private byte[]? _document;
    private Kept _kept;
    private int _queries;

    public Instant Now { get; private set; } = start;

    /// <summary>Every text said so far, by key, those inside of others too.</summary>
    public HashSet<string> Said { get; } = [];

    /// <summary>True where a dialog ran in a circle and was ended.</summary>
    public bool Looped { get; private set; }

    /// <summary>What can be pressed now.</summary>
    public IEnumerable<string> Labels => _stage.Labels;

    /// <returns>What became visible; null where there is no such button.</returns>
    public IReadOnlyList<Beat>? Play(Beat input)
    {
        switch (input)
        {
            case Beat.You you:
                Now += Moment;
                return Take(new Input.Said(_person, you.Text, _stage.NextId(), Now));
            case Beat.Tap tap:
                if (_stage.Press(tap.Label) is not var (message, data))
                {
                    return null;
                }

                Now += Moment;
                return Take(new Input.Tapped(_person, data, message, $"{++_queries}"));
            case Beat.Wait wait:
                return Wait(TranscriptReader.Span(wait.Time) ?? Duration.Zero);
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "This is nothing a person does.");
        }
    }

    private List<Beat> Wait(Duration span)
    {
        var until = Now + span;
        var seen = new List<Beat>();
        for (var wakes = 0; wakes < MostWakes && Due() is { } due && due <= until; wakes++)
        {
            Now = Instant.Max(Now, due);
            seen.AddRange(Take(new Input.Wake()));
        }

        Now = until;
        return seen;
    }

    private Instant? Due() => _document is null ? null : _kept.DueAt;

    private List<Beat> Take(Input input)
    {
        var turn = coach.Handle(_document is null ? null : MemberCodec.Read(_document, _kept), input, Now);
        (_document, _kept) = turn.Member is null ? (null, default) : (MemberCodec.Write(turn.Member), Kept.Of(turn.Member));
        Looped |= turn.Events.Any(happened => happened.Kind == EventKinds.Looped);
        var outgoing = EffectCodec.Read(EffectCodec.Write(new Outgoing(turn.Language, turn.Effects)));
        foreach (var message in outgoing.Effects.Select(Message).OfType<Message>())
        {
            Keys(message.Lines);
        }

        var seen = _stage.Play(outgoing).ToList();
        foreach (var tell in outgoing.Effects.OfType<Effect.Tell>().Where(tell => tell.ChatId == Id))
        {
            // An admin who orders something of themselves, or writes to themselves: both sides show.
            seen.AddRange(Take(tell.Input));
        }

        return seen;
    }

    private static Message? Message(Effect effect) => effect switch
    {
        Effect.Say say => say.Message,
        Effect.Edit edit => edit.Message,
        _ => null,
    };

    private void Keys(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            Said.Add(line.Key);
            foreach (var arg in line.Args.Values)
            {
                Keys(arg switch
                {
                    Arg.Block block => block.Lines,
                    Arg.Series series => series.Parts,
                    Arg.Text text => [new Line(text.Key)],
                    _ => [],
                });
            }
        }
    }
}
