using NodaTime;
using Ontime.Bot;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Words;

namespace Ontime.Bench.Fuzz;

/// <summary>People who type nonsense and press forged buttons in the middle of everything; each member is written and read back after every input.</summary>
internal sealed class Conversations : ITarget
{
    private const int People = 64;

    private static readonly string[] Words =
    [
        "/start", "/bills", "/check", "/score", "/limit", "/log", "/capacity", "/plan", "/settings", "/edit", "/index", "/next", "/forget", "/pause", "/upcoming", "/cancel",
        "花呗 10号 1200", "Huabei 10th 1200", "昨天还了", "paid yesterday", "三千五", "1.2万", "31号", "the last day", "Feb 30", "2027-02-29", "8:30", "晚上八点", "yes", "没有", "skip", "下个月5号",
        "安全账户", "I can't go on", "11010519491231002X", "6222 0202 0000 0000 000", "招行信用卡 25号\n房租 1号 3000\nRent 5th", "700", "72%", "5,000.50", "Berlin", "UTC+8",
    ];

    private readonly DialogSet _dialogs = Published.Dialogs();
    private readonly Coach _coach;
    private readonly Renderer _renderer;
    private readonly Desk[] _desks = [.. Enumerable.Range(1, People).Select(id => new Desk(id))];

    public Conversations()
    {
        _coach = new Coach(_dialogs, new Operator("Ada", "ada@example.org", "ontime_bot"));
        _renderer = new Renderer(_dialogs);
    }

    public string Name => "conversations";

    public int Share => 300;

    public string Try(Random dice)
    {
        var desk = _desks[dice.Next(People)];
        if (dice.Next(3000) == 0)
        {
            // Somebody new sits down.
            (desk.Member, desk.Buttons) = (null, []);
        }

        desk.Now += dice.Next(40) == 0 ? Duration.FromHours(dice.Next(1, 1000)) : Duration.FromSeconds(dice.Next(1, 100));
        var who = new Person(desk.Id, "林<b>", dice.Next(2) == 0 ? "zh-hans" : "en");
        Input input = dice.Next(12) switch
        {
            < 5 when desk.Buttons.Count > 0 => new Input.Tapped(who, desk.Buttons[dice.Next(desk.Buttons.Count)], 5, "q"),
            5 => new Input.Tapped(who, Slips.Of(desk.Buttons.Count > 0 ? desk.Buttons[0] : "q1:yes", dice), dice.Next(10), "q"),
            6 => new Input.Wake(),
            7 when dice.Next(4) == 0 => new Input.Showed(who, 6),
            7 when dice.Next(4) == 0 => new Input.Reachable(dice.Next(2) == 0),
            _ => new Input.Said(who, Slips.Of(Words[dice.Next(Words.Length)], dice), 7, desk.Now),
        };
        var turn = _coach.Handle(desk.Member, input, desk.Now);
        if (turn.Events.Any(happened => happened.Kind == EventKinds.Looped))
        {
            throw new InvalidOperationException("A dialog went round in a circle.");
        }

        desk.Member = turn.Member is null ? null : MemberCodec.Read(MemberCodec.Write(turn.Member), Kept.Of(turn.Member));
        var shown = EffectCodec.Read(EffectCodec.Write(new Outgoing(turn.Language, turn.Effects))).Effects.Select(effect => effect switch
        {
            Effect.Say say => _renderer.Render(turn.Language, say.Message),
            Effect.Edit edit => _renderer.Render(turn.Language, edit.Message),
            _ => null,
        }).Where(message => message is { Rows.Count: > 0 }).ToList();
        if (shown.Count > 0)
        {
            desk.Buttons = [.. shown[^1]!.Rows.SelectMany(row => row).Select(button => button.Data)];
        }

        return turn.Effects.Count > 0 ? "answered" : input is Input.Said ? throw new InvalidOperationException("Words were met with silence.") : "silent";
    }

    private sealed class Desk(long id)
    {
        public long Id { get; } = id;

        public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 22, 4, 0);

        public Member? Member { get; set; }

        public IReadOnlyList<string> Buttons { get; set; } = [];
    }
}
