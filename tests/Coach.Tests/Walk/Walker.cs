using NodaTime;
using Ontime.Members;
using Ontime.Words;

namespace Ontime.Tests.Walk;

/// <summary>A person who taps and types at random, and what they can see: every promise of a turn is checked after every input.</summary>
internal sealed class Walker(int seed)
{
    private static readonly Renderer Renderer = new(Shipped.Set);
    private static readonly Ontime.Person Lin = new(1001, "林<b>&\"", null);

    private readonly Random _random = new(seed);
    private readonly List<(long Id, IReadOnlyList<IReadOnlyList<RenderedButton>> Rows)> _keyboards = [];
    private readonly Dictionary<string, long> _names = [];
    private long _lastMessage;

    public Instant Now { get; private set; } = Instant.FromUtc(2026, 11, 22, 4, 0);

    public Member? Member { get; private set; }

    public List<string> Log { get; } = [];

    public HashSet<string> Steps { get; } = [];

    public void Step(IReadOnlyList<string> texts)
    {
        switch (_random.Next(20))
        {
            case < 11 when _keyboards.Count > 0:
                var (id, rows) = _keyboards[_random.Next(4) == 0 ? _random.Next(_keyboards.Count) : ^1];
                var buttons = rows.SelectMany(row => row).ToList();
                Tap(buttons[_random.Next(buttons.Count)].Data, id);
                break;
            case < 17:
                Say(texts[_random.Next(texts.Count)]);
                break;
            case 17:
                Handle(new Input.Showed(Lin, ++_lastMessage));
                break;
            case 18:
                Wait(Duration.FromMinutes(_random.Next(1, 600)));
                break;
            default:
                Wait(Duration.FromDays(_random.Next(1, 45)));
                break;
        }
    }

    public void Say(string text)
    {
        var turn = Handle(new Input.Said(Lin, text, ++_lastMessage, Now));
        turn.Effects.Any(effect => effect is Effect.Say or Effect.Edit or Effect.File or Effect.Chart).ShouldBeTrue($"silence after “{text}”\n{Story}");
    }

    public void Tap(string data, long id)
    {
        var turn = Handle(new Input.Tapped(Lin, data, id, "query"));
        turn.Effects.OfType<Effect.Answer>().Count().ShouldBe(1, Story);
        turn.Effects[0].ShouldBeOfType<Effect.Answer>(Story);
    }

    public void Wait(Duration time)
    {
        var until = Now + time;
        Log.Add($"wait {time}");
        for (var wakes = 0; Member?.DueAt is { } due && due <= until; wakes++)
        {
            wakes.ShouldBeLessThan(500, $"a storm of wakes\n{Story}");
            Now = due > Now ? due : Now;
            Handle(new Input.Wake());
            if (Member?.DueAt is { } next)
            {
                next.ShouldBeGreaterThan(Now, $"a wake that waits for itself\n{Story}");
            }
        }

        Now = until;
    }

    private string Story => $"seed {seed}\n{string.Join('\n', Log.TakeLast(40))}";

    private Turn Handle(Input input)
    {
        Now += Duration.FromSeconds(_random.Next(1, 40));
        Log.Add(input switch
        {
            Input.Said said => $"> {said.Text[..Math.Min(60, said.Text.Length)]}",
            Input.Tapped tapped => $"tap {tapped.Data}",
            _ => $"{input.GetType().Name} {Now}",
        });
        Turn turn;
        try
        {
            turn = Shipped.Coach.Handle(Member, input, Now);
        }
        catch (Exception thrown)
        {
            throw new InvalidOperationException($"{thrown.Message}\n{Story}", thrown);
        }

        turn.Events.Any(happened => happened.Kind == EventKinds.Looped).ShouldBeFalse($"a dialog went round in a circle\n{Story}");
        Member = turn.Member is null ? null : Reread(turn.Member);
        foreach (var effect in EffectCodec.Read(EffectCodec.Write(new Outgoing(turn.Language, turn.Effects))).Effects)
        {
            See(turn.Language, effect);
        }

        if (Member?.Top is { Open: not null } top)
        {
            Steps.Add(top.Step);
        }

        (Member?.Frames.Count ?? 0).ShouldBeLessThanOrEqualTo(Limits.Frames, $"{string.Join(" → ", Member?.Frames.Select(frame => $"{frame.Dialog}:{frame.Step}") ?? [])}\n{Story}");
        return turn;
    }

    private Member Reread(Member member)
    {
        var bytes = MemberCodec.Write(member);
        var again = MemberCodec.Read(bytes, Kept.Of(member));
        MemberCodec.Write(again).ShouldBe(bytes, Story);
        MemberCodec.Readable(again).ShouldBe(MemberCodec.Readable(member), Story);
        return again;
    }

    private void See(Language language, Effect effect)
    {
        switch (effect)
        {
            case Effect.Say say:
                _lastMessage++;
                _names[say.Name] = _lastMessage;
                Show(language, say.Message, _lastMessage);
                break;
            case Effect.Edit edit:
                var id = edit.MessageId ?? _names.GetValueOrDefault(edit.Name);
                _keyboards.RemoveAll(keyboard => keyboard.Id == id);
                Show(language, edit.Message, id);
                break;
            case Effect.Strip strip:
                var gone = strip.MessageId ?? _names.GetValueOrDefault(strip.Name);
                if (_random.Next(5) > 0)
                {
                    _keyboards.RemoveAll(keyboard => keyboard.Id == gone);
                }

                break;
            case Effect.Answer { Toast: { } toast }:
                Renderer.Plain(language, toast).Length.ShouldBeInRange(1, 200, Story);
                break;
        }
    }

    private void Show(Language language, Message message, long id)
    {
        var shown = Renderer.Render(language, message);
        Log.Add($"  {shown.Html.Replace("\n", " / ")}  {string.Join(' ', shown.Rows.Select(row => $"[{string.Join(" | ", row.Select(button => button.Label))}]"))}");
        shown.Html.Trim().Length.ShouldBeInRange(1, Limits.Text, Story);
        shown.Html.ShouldNotContain("{", Case.Sensitive, Story);
        foreach (var button in shown.Rows.SelectMany(row => row))
        {
            System.Text.Encoding.UTF8.GetByteCount(button.Data).ShouldBeInRange(1, Limits.ButtonData, Story);
            button.Label.ShouldNotContain("{", Case.Sensitive, Story);
            button.Label.Length.ShouldBeInRange(1, 40, Story);
        }

        shown.Rows.All(row => row.Count is > 0 and <= 8).ShouldBeTrue(Story);
        if (shown.Rows.Count > 0)
        {
            _keyboards.Add((id, shown.Rows));
        }

        if (_keyboards.Count > 30)
        {
            _keyboards.RemoveAt(0);
        }
    }
}
