using Ontime.Admin;
using Ontime.Members;

namespace Ontime.Broadcasting;

/// <summary>What an admin orders about broadcasts. Nothing of it is kept in the core: the draft is in the store, and each button names it.</summary>
internal static class CastDesk
{
    /// <returns>Null: it is none of an admin's orders about broadcasts.</returns>
    public static Turn? Take(Member? member, Input input, Operator who) => input switch
    {
        Input.Said said when who.AdminIds.Contains(said.From.Id) && Words(said) is { } words => Typed(member, said.From, words),
        Input.Tapped tapped when who.AdminIds.Contains(tapped.From.Id) && IsButton(tapped) => Pressed(member, tapped),
        _ => null,
    };

    /// <summary>What somebody who is no admin tried; null: nothing of this kind.</summary>
    public static Audited? Attempt(Input input) => input switch
    {
        Input.Said said when Words(said) is not null => Audited(said.From, "", refused: true),
        Input.Tapped tapped when IsButton(tapped) => Audited(tapped.From, "button", refused: true),
        _ => null,
    };

    private static Turn Typed(Member? member, Person by, string words)
    {
        var (order, fault) = Composing.Read(words);
        return order is null ? Turn(member, by, [new Effect.Say("cast", new Message(fault!))]) : Ordered(member, by, order, null, []);
    }

    private static Turn Pressed(Member? member, Input.Tapped tapped)
    {
        var answer = new Effect.Answer(tapped.QueryId, null);
        return CastOrders.Parse(tapped.Data[CastOrders.Button.Length..]) is { } order
            ? Ordered(member, tapped.From, order, tapped.MessageId is > 0 and var id ? id : null, [answer])
            : Turn(member, tapped.From, [answer]);
    }

    private static Turn Ordered(Member? member, Person by, CastOrder order, long? messageId, IReadOnlyList<Effect> first) =>
        Turn(member, by, [.. first, new Effect.Cast(order, messageId)]) with { Audit = [Audited(by, CastOrders.Write(order), refused: false)] };

    private static Turn Turn(Member? member, Person by, IReadOnlyList<Effect> effects) =>
        new(member, member?.Language ?? Languages.Nearest(by.LanguageCode), effects, []);

    private static Audited Audited(Person by, string words, bool refused) => new(by.Id, $"{CastOrders.Command} {words}".TrimEnd(), null, refused);

    private static bool IsButton(Input.Tapped tapped) => tapped.Data.StartsWith(CastOrders.Button, StringComparison.Ordinal);

    /// <summary>What follows the command; null: it is another one.</summary>
    private static string? Words(Input.Said said)
    {
        var text = said.Text.Trim();
        return text is not ['/', ..] || Commands.Name(text) != CastOrders.Command ? null
            : text.IndexOfAny([' ', '\n']) is > 0 and var end ? text[end..] : "";
    }
}
