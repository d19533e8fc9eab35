using Ontime.Members;

namespace Ontime.Admin;

/// <summary>
/// What an admin orders in their private chat. Who is one is decided by the numeric id alone. It needs no consent and changes nothing of the
/// admin as a person: an order is answered, the open question stays as it was.
/// </summary>
internal sealed class Desk(Language language)
{
    /// <returns>Null: the input is no admin's order.</returns>
    public static Desk? Of(Input input, Operator who) => input switch
    {
        Input.Said { From: var from } said when who.AdminIds.Contains(from.Id) && Typed(said) is not null => new Desk(Languages.Nearest(from.LanguageCode)),
        Input.Tapped { From: var from } tapped when who.AdminIds.Contains(from.Id) && IsButton(tapped) => new Desk(Languages.Nearest(from.LanguageCode)),
        Input.Carried carried => new Desk(carried.Language),
        Input.Feedback feedback => new Desk(feedback.Language),
        _ => null,
    };

    /// <summary>What somebody who is no admin tried; null: nothing of an admin's.</summary>
    public static Audited? Attempt(Input input) => input switch
    {
        Input.Said { From: var from, Text: var text } when Words(text) is not null => new Audited(from.Id, Orders.Command, null, Refused: true),
        Input.Tapped { From: var from } tapped when IsButton(tapped) => new Audited(from.Id, "button", null, Refused: true),
        _ => null,
    };

    public Turn Take(Member? member, Input input)
    {
        var speaks = member?.Language ?? language;
        return input switch
        {
            Input.Said said => Ordered(member, speaks, said.From.Id, Typed(said) is { } words ? Orders.Parse(words) : null, []),
            Input.Tapped tapped => Ordered(member, speaks, tapped.From.Id, Orders.Parse(tapped.Data[Orders.Button.Length..]), [new Effect.Answer(tapped.QueryId, null)]),
            Input.Carried carried => new Turn(member, speaks, [Words(DeskWords.Carried(carried))], []),
            Input.Feedback feedback => new Turn(member, speaks, [Words(DeskWords.Feedback(feedback))], []),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "Nothing for an admin."),
        };
    }

    private static Turn Ordered(Member? member, Language language, long by, Order? order, List<Effect> effects)
    {
        if (order is Order.Retry)
        {
            effects.Add(new Effect.Report(order));
        }

        effects.Add(order switch
        {
            null => Words(DeskWords.NotUnderstood),
            Order.Menu => Words(DeskWords.Menu),
            Order.Reply reply => Words(DeskWords.Reply(reply.ChatId)),
            Order.Reset { Sure: false } or Order.Ban { Sure: false } => Words(DeskWords.Sure(order)),
            Order.Stats or Order.Look or Order.Audit or Order.Errors or Order.Drop or Order.Health or Order.Backup or Order.Reload => new Effect.Report(order),
            Order.Reset or Order.Pause or Order.Ban or Order.Unban or Order.Message or Order.Retry =>
                new Effect.Tell(About(order)!.Value, new Input.Ordered(order, by, language)),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order.GetType().Name, "An order without a way."),
        });
        return new Turn(member, language, effects, []) { Audit = order is null ? [] : [new Audited(by, Orders.Name(order), About(order), Refused: false)] };
    }

    private static long? About(Order order) => order switch
    {
        Order.Look look => look.ChatId,
        Order.Reset reset => reset.ChatId,
        Order.Pause pause => pause.ChatId,
        Order.Ban ban => ban.ChatId,
        Order.Unban unban => unban.ChatId,
        Order.Message message => message.ChatId,
        Order.Reply reply => reply.ChatId,
        Order.Retry retry => retry.ChatId,
        _ => null,
    };

    private static Effect.Say Words(Message message) => new("admin", message);

    /// <summary>What was typed behind the command, or as a reply to what a person wrote; null: neither.</summary>
    private static string? Typed(Input.Said said) =>
        Words(said.Text) is { } words ? words
        : said is { RepliesTo: { } id, Text: not ['/', ..] } ? Orders.Write(new Order.Message(id, said.Text))
        : null;

    private static string? Words(string text)
    {
        var trimmed = text.Trim();
        return trimmed is ['/', ..] && Commands.Name(trimmed) == Orders.Command ? trimmed.Split([' ', '\n'], 2) is [_, var words] ? words : "" : null;
    }

    private static bool IsButton(Input.Tapped tapped) => tapped.Data.StartsWith(Orders.Button, StringComparison.Ordinal);
}
