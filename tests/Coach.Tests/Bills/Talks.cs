using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Tests.Reminders;
using Ontime.Tests.Walk;
using Ontime.Words;
using Ontime.Tests.Members;

namespace Ontime.Tests.Bills;

/// <summary>A person with bills who types and taps, read back from their document before every input.</summary>
internal sealed class Talks(Member member, Instant now)
{
    public const string Home = "Asia/Shanghai";
    private static readonly Renderer Renderer = new(Shipped.Set);
    private static readonly Ontime.Person Lin = new(1, "Lin", null);

    private long _message = 100;

    public Member Member { get; private set; } = member;

    public Instant Now { get; set; } = now;

    /// <summary>Noon on the due date of a bill of the 10th.</summary>
    public static Talks OnTheDay(params Bill[] bills) => new(People.With(Home, People.Start, bills), Instant.FromUtc(2026, 12, 10, 4, 0));

    public static Bill Bill(int id = 1, BillKind kind = BillKind.Huabei) => People.Due(DueDay.Of(10), People.Start, Home, id) with { Kind = kind };

    /// <summary>What stands in the document changes without a word.</summary>
    public void Set(Member member) => Member = member;

    public string Say(string text) => Handle(new Input.Said(Lin, text, ++_message, Now));

    public string Tap(Bill bill, LocalDate due, string deed) =>
        Handle(new Input.Tapped(Lin, Deeds.Data(bill, new Cycle(due, CycleState.Open), deed), _message, "query"));

    /// <summary>A button of the open question.</summary>
    public string Choose(string option) => Handle(new Input.Tapped(Lin, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"q{Member.Asked}:{option}"), _message, "query"));

    /// <summary>A button of a message about several bills.</summary>
    public string Press(string data) => Handle(new Input.Tapped(Lin, data, _message, "query"));

    private string Handle(Input input)
    {
        var turn = Shipped.Coach.Handle(Member.Again(), input, Now);
        Member = turn.Member!;
        return string.Join('\n', turn.Effects.Select(effect => effect switch
        {
            Effect.Say say => Renderer.Render(turn.Language, say.Message).Html,
            Effect.Edit edit => Renderer.Render(turn.Language, edit.Message).Html,
            _ => "",
        }));
    }
}
