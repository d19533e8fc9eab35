using NodaTime;
using Ontime.Members;

namespace Ontime.Bench;

/// <summary>A member as the coach makes one, and everything that happened to them: played through by taps, not made up.</summary>
internal sealed class Example
{
    private static readonly Ontime.Person Lin = new(1, "Lin", "en");

    private readonly Coach _coach;
    private readonly List<Event> _events = [];
    private IReadOnlyList<IReadOnlyList<Button>> _rows = [];
    private Instant _now = Instant.FromUtc(2026, 9, 1, 4, 0);

    private Example(Coach coach) => _coach = coach;

    public Member Member { get; private set; } = null!;

    public IReadOnlyList<Event> Events => _events;

    /// <summary>Who has just agreed and sees the first question.</summary>
    public static Example Fresh(Coach coach)
    {
        var example = new Example(coach);
        example.Take(new Input.Said(Lin, "/start", 1, example._now));
        while (example.Member is null)
        {
            example.Press();
        }

        return example;
    }

    /// <summary>Who went through the first session and all further questions, and was reminded for six weeks.</summary>
    public static Example Typical(Coach coach)
    {
        const int Most = 60;
        var example = Fresh(coach);
        example.Walk(Most);
        example.Take(new Input.Said(Lin, "/check", 1, example._now));
        example.Walk(Most);
        var end = example._now + Duration.FromDays(42);
        while (example.Member.DueAt is { } due && due < end)
        {
            example._now = due;
            example.Take(new Input.Wake());
            example.Walk(3);
        }

        return example;
    }

    private void Walk(int taps)
    {
        for (var n = 0; n < taps && _rows.Count > 0; n++)
        {
            Press();
        }
    }

    private void Press()
    {
        var buttons = _rows.SelectMany(row => row).ToList();
        _now += Duration.FromSeconds(20);
        Take(new Input.Tapped(Lin, (buttons.Find(button => button.Data.EndsWith(":~done", StringComparison.Ordinal)) ?? buttons[0]).Data, 1, "1"));
    }

    private void Take(Input input)
    {
        var turn = _coach.Handle(Member, input, _now);
        Member = turn.Member!;
        _events.AddRange(turn.Events);
        _rows = turn.Effects.Select(effect => effect switch
        {
            Effect.Say say => say.Message.Rows,
            Effect.Edit edit => edit.Message.Rows,
            _ => [],
        }).LastOrDefault(rows => rows.Count > 0) ?? [];
    }
}
