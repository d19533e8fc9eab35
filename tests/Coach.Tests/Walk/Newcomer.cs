using NodaTime;
using Ontime.Members;
using Ontime.Words;

namespace Ontime.Tests.Walk;

/// <summary>Somebody new who types everything; reading back what was answered last.</summary>
internal sealed class Newcomer
{
    private static readonly Renderer Renderer = new(Shipped.Set);

    private readonly Person _person;
    private long _message;

    public Newcomer(Language language, params string[] lines)
    {
        _person = new Person(1, "Lin", language == Language.En ? "en" : "zh-hans");
        foreach (var line in language == Language.En ? ["start", "I’m 18+ and I agree", "never pay late", .. lines] : (string[])["开始", "我已满18岁，同意", "不再逾期", .. lines])
        {
            Say(line);
        }
    }

    public Member? Member { get; private set; }

    /// <summary>Noon in Shanghai, a Sunday, until it is set.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 22, 4, 0);

    /// <summary>A question of the list, in the middle of whatever is open.</summary>
    public void Open(string step)
    {
        var talk = new Ontime.Dialogs.Talk(Shipped.Set, Shipped.Coach.Operator, Member!, Now);
        Ontime.Dialogs.Machine.Open(talk, step);
        Member = talk.Member;
    }

    public string Say(string text) => Said(text).Text;

    /// <summary>What stands on the buttons below what was said.</summary>
    public string Buttons(string text) => Said(text).Buttons;

    private (string Text, string Buttons) Said(string text)
    {
        var turn = Shipped.Coach.Handle(Member, new Input.Said(_person, text, ++_message, Now), Now);
        Member = turn.Member;
        var said = turn.Effects.Select(effect => effect switch { Effect.Say say => say.Message, Effect.Edit edit => edit.Message, _ => null }).OfType<Message>().Select(message => Renderer.Render(turn.Language, message)).ToList();
        return (string.Join('\n', said.Select(message => message.Html)), string.Join(' ', said.SelectMany(message => message.Rows).SelectMany(row => row).Select(button => button.Label)));
    }
}
