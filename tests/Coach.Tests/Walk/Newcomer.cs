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

    public string Say(string text)
    {
        var turn = Shipped.Coach.Handle(Member, new Input.Said(_person, text, ++_message, Now), Now);
        Member = turn.Member;
        return string.Join('\n', turn.Effects.Select(effect => effect switch
        {
            Effect.Say say => Renderer.Render(turn.Language, say.Message).Html,
            Effect.Edit edit => Renderer.Render(turn.Language, edit.Message).Html,
            _ => "",
        }));
    }
}
