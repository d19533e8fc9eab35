using NodaTime;
using Ontime.Dialogs;
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

    /// <summary>Who answered every question there is, keeps six bills with their amounts, began the plan, and was reminded for six weeks.</summary>
    public static Example Typical(Coach coach)
    {
        const int Most = 200;
        var example = Fresh(coach);
        example.Walk(Most);
        example.Say("/settings");
        example.Press(":amounts");
        example.Press(":on");
        example.Press(":done");
        example.Say("/bills");
        example.Press(":import");
        example.Say("Jiebei 8th 600\nCMB card 5th 2400\nICBC card 20th 800\nrent 1st 4000\ncar loan 15th 1500");
        example.Say("/check");
        example.Walk(Most);
        var end = example._now + Duration.FromDays(42);
        while (example.Member.DueAt is { } due && due < end)
        {
            example._now = due;
            example.Take(new Input.Wake());
            example.Walk(3);
        }

        example.AnswerTheRest(coach.Dialogs);
        return example;
    }

    /// <summary>The coach asks of some items only where there is a reason to; a list with nothing left open has them all.</summary>
    private void AnswerTheRest(DialogSet dialogs)
    {
        foreach (var (id, item) in dialogs.Items.Where(item => !Member.Answers.ContainsKey(item.Key)).OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            _now += Duration.FromSeconds(20);
            var option = dialogs.Find(id)?.Doing is Doing.Asking { Ask.Options: [var first, ..] } ? first : Answer.Value;
            Member = Member with { Answers = Member.Answers.SetItem(id, new Answer(option, _now)), LastInput = _now };
        }
    }

    private void Say(string words) => Take(new Input.Said(Lin, words, 1, _now += Duration.FromSeconds(20)));

    private void Walk(int taps)
    {
        for (var n = 0; n < taps && _rows.Count > 0 && !IsDone(_rows[0][0].Data); n++)
        {
            Press();
        }
    }

    /// <summary>Nothing is left but to take it back.</summary>
    private static bool IsDone(string data) => data.EndsWith(":undo", StringComparison.Ordinal);

    /// <summary>Of a list two ticks, and done; else the first button, or the one named.</summary>
    private void Press(string? named = null)
    {
        var all = _rows.SelectMany(row => row).Select(button => button.Data).ToList();
        var data = all.Find(one => named is not null && one.EndsWith(named, StringComparison.Ordinal)) ?? all[0];
        if (named is null && all.Find(one => one.EndsWith(":~done", StringComparison.Ordinal)) is { } done)
        {
            var ticked = all.Count(one => one.Contains(":-", StringComparison.Ordinal));
            data = ticked < 2 && all.Find(one => one.Contains(":+", StringComparison.Ordinal) && !one.EndsWith("none", StringComparison.Ordinal)) is { } tick ? tick : done;
        }

        _now += Duration.FromSeconds(20);
        Take(new Input.Tapped(Lin, data, 1, "1"));
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
