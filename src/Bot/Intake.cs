using System.Globalization;
using NodaTime;
using Ontime.Telegram;
using Ontime.Typing;

namespace Ontime.Bot;

/// <summary>From an update to an input, or to nothing. Pure.</summary>
internal sealed class Intake(string? botUsername)
{
    private const int LongestPayload = 64;
    private const long OldestSeconds = 25 * 60 * 60;

    /// <returns>Null: nobody waits for anything; the update is only confirmed.</returns>
    public Incoming? Read(Update update, Instant now) => update switch
    {
        Update.NewMessage { Message: { From: { IsBot: false } from } message } => Wrap(update, message.Chat, OfMessage(message, from, now)),
        Update.Tap { Query: { From.IsBot: false } query } => OfTap(update, query),
        Update.Membership membership => OfMembership(membership),
        _ => null,
    };

    private static Incoming? Wrap(Update update, Chat chat, Input? input) =>
        input is null ? null : new Incoming(chat.Id, update.Id, input);

    private Input? OfMessage(Telegram.Message message, User from, Instant now)
    {
        if (!IsOwn(message.Chat, from))
        {
            return message.Chat.Type is ChatType.Group or ChatType.Supergroup && IsCommandForMe(message.Text) ? new Input.InGroup(Who(from), null) : null;
        }

        if (message.Text is not { } text)
        {
            return new Input.Showed(Who(from), message.MessageId);
        }

        var about = Head(message.RepliesTo);
        return new Input.Said(Who(from), about is null ? Words(text) : Cleaned.AsTyped(text), message.MessageId, Written(message.Date, now)) { RepliesTo = about };
    }

    private static Incoming? OfTap(Update update, CallbackQuery query)
    {
        // Without a message, or under one of a group, the person's own chat is not the place where it was pressed.
        var chat = query.Message?.Chat;
        if (chat is not null && !IsOwn(chat, query.From))
        {
            return new Incoming(chat.Id, update.Id, new Input.InGroup(Who(query.From), query.Id));
        }

        var message = query.Message is { IsInaccessible: false } known ? known.MessageId : 0;
        return new Incoming(query.From.Id, update.Id, new Input.Tapped(Who(query.From), query.Data ?? "", message, query.Id));
    }

    private static Incoming? OfMembership(Update.Membership membership) => membership.Change switch
    {
        { Chat: { Type: ChatType.Private } chat, NewStatus: MemberStatus.Kicked } =>
            new Incoming(chat.Id, membership.Id, new Input.Reachable(Yes: false)),
        { Chat: { Type: ChatType.Private } chat, NewStatus: MemberStatus.Member } =>
            new Incoming(chat.Id, membership.Id, new Input.Reachable(Yes: true)),
        _ => null,
    };

    /// <summary>
    /// A message from the future, or older than Telegram keeps one, is a wrong clock and not a wish: "yesterday" is relative to ours then.
    /// </summary>
    private static Instant Written(long date, Instant now)
    {
        var latest = now.ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(date > latest || latest - date > OldestSeconds ? latest : date);
    }

    private static bool IsOwn(Chat chat, User from) => chat.Type == ChatType.Private && chat.Id == from.Id;

    private static Person Who(User user)
    {
        var name = Cleaned.Text(user.FirstName).ReplaceLineEndings(" ").Trim();
        return new Person(user.Id, name.Length == 0 ? null : name, user.LanguageCode);
    }

    private bool IsCommandForMe(string? text)
    {
        if (text is not ['/', ..])
        {
            return false;
        }

        var command = text.Split([' ', '\n'], 2)[0];
        var at = command.IndexOf('@');
        return at > 0 && command[(at + 1)..].Equals(botUsername, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What follows a command keeps its width: an operator's words go to others as they were typed. The core folds what it looks at.</summary>
    private static string Words(string text) => text is ['/', ..] ? Payload(Cleaned.AsTyped(text)) : Cleaned.Text(text);

    /// <summary>The number of “#42 …”, by which the coach names a person to an admin; null: the text begins otherwise.</summary>
    private static long? Head(string? text)
    {
        if (text is not ['#', .. var rest])
        {
            return null;
        }

        var end = rest.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return long.TryParse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    /// <summary>What follows /start comes from whoever made the link: kept where it has the form of a payload, else dropped.</summary>
    private static string Payload(string text)
    {
        const string start = "/start ";
        if (!text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var payload = text[start.Length..].Trim();
        return payload.Length <= LongestPayload && payload.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? text.Trim() : "/start";
    }
}
