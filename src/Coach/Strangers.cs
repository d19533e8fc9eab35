using System.Collections.Immutable;
using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Reminders;
using Ontime.Shield;
using Ontime.Typing;

namespace Ontime;

/// <summary>
/// A person who has not consented. Nothing is kept: the buttons carry the language and the step. The steps are those of the dialog
/// “welcome”; the one whose action is <c>join</c> makes a member.
/// </summary>
internal sealed class Strangers(DialogSet set, Operator who, Watch watch)
{
    /// <summary>The action of the step that makes a member.</summary>
    internal const string Join = "join";

    private const string Dialog = "welcome", Language = "language", Prefix = "s";

    public Turn Handle(Input input, Instant now) => input switch
    {
        Input.Said said => Said(said, now),
        Input.Tapped tapped => Tapped(tapped, now),
        Input.Showed showed => Greet(Talk(showed.From, Languages.Nearest(showed.From.LanguageCode), now), set.Dialog(Dialog)!.Start),
        Input.NotDeleted failed => Done(Talk(new Person(0, null, null), failed.Language, now), talk => talk.Say("shield.not_deleted")),
        _ => new Turn(null, Ontime.Language.ZhHans, [], []),
    };

    private Turn Said(Input.Said said, Instant now)
    {
        var text = Cleaned.Text(said.Text).Trim();
        var language = text.Any(letter => letter is >= '\u4E00' and <= '\u9FFF') ? Ontime.Language.ZhHans : Languages.Nearest(said.From.LanguageCode);
        var talk = Talk(said.From, language, now);
        if (watch.Look(said.Text) is { } alarm)
        {
            return Done(talk, _ => Alarms.Warn(talk, alarm, said.MessageId));
        }

        var command = text.StartsWith('/') ? Commands.Name(text) : Typing.Asides.Read(text, language) is Aside.Help ? "help" : null;
        var told = command switch
        {
            "help" => "stranger.help",
            "privacy" => "house.privacy",
            "about" => "about",
            "forget" => "house.erased",
            null => SmallTalks.Read(text) switch
            {
                SmallTalk.Thanks => "small.thanks",
                SmallTalk.Bye => "small.bye",
                SmallTalk.CanYouBeTrusted => "small.trust",
                SmallTalk.Hardship => "small.hardship",
                // The welcome says who this is, and that nothing is lent or promised.
                SmallTalk.Hello or SmallTalk.Heard or SmallTalk.WhoAreYou or SmallTalk.Lend or SmallTalk.Raise => null,
                _ => Enquiries.Of(Typing.Plain.Of(text)) switch
                {
                    null when !text.Any(char.IsLetterOrDigit) || Labelled(talk, text) is not null => null,
                    null => Enquiries.Asks(Typing.Plain.Of(text)) ? "stranger.help" : "stranger.unkept",
                    Enquiries.Raise => null,
                    var topic => $"fact.{topic}",
                },
            },
            _ => null,
        };
        if (Ages.IsConsent(Typing.Plain.Of(text)) && set.Find("consent") is { } consent)
        {
            return Chosen(talk, consent, "agree", now);
        }

        return Ages.IsChild(Typing.Plain.Of(text)) ? Greet(talk, "minor")
            : Ages.IsHalfOfConsent(Typing.Plain.Of(text)) ? Greet(talk, "consent", "stranger.both") : told is null
            ? command is null && Labelled(talk, text) is var (step, option) ? Chosen(talk, step, option, now) : Greet(talk, set.Dialog(Dialog)!.Start)
            : Done(talk, _ => talk.SayWith([[Button(language, set.Dialog(Dialog)!.Start, "start", "button.begin")]], told));
    }

    private Turn Tapped(Input.Tapped tapped, Instant now)
    {
        var parts = tapped.Data.Split(':');
        var language = parts.Length == 4 && parts[0] == Prefix ? Languages.Parse(parts[1] == "zh" ? "zh-Hans" : parts[1]) : null;
        var talk = Talk(tapped.From, language ?? Languages.Nearest(tapped.From.LanguageCode), now, tapped.MessageId);
        talk.Effects.Add(new Effect.Answer(tapped.QueryId, null));
        if (language is null || set.Find(parts[2]) is not { Dialog: Dialog, Doing: Doing.Asking { Ask: var ask } } step || !ask.Options.Contains(parts[3]))
        {
            // A button of before /forget, or a forged one.
            talk.Effects.Add(new Effect.Strip("w", talk.TappedMessage));
            return Greet(talk, set.Dialog(Dialog)!.Start);
        }

        if (parts[3] == Language)
        {
            var other = Talk(tapped.From, language == Ontime.Language.En ? Ontime.Language.ZhHans : Ontime.Language.En, now, tapped.MessageId);
            return Done(other, _ =>
            {
                other.Effects.Add(new Effect.Answer(tapped.QueryId, null));
                other.Effects.Add(new Effect.Edit("w", other.TappedMessage, Compose(other, step)));
            });
        }

        talk.Effects.Add(new Effect.Strip("w", talk.TappedMessage));
        return Chosen(talk, step, parts[3], now);
    }

    /// <summary>What stands on a button can be typed as well.</summary>
    private (Step Step, string Option)? Labelled(Talk talk, string text)
    {
        var words = Plain(text);
        foreach (var step in set.Dialog(Dialog)!.Steps)
        {
            var options = step.Doing is Doing.Asking { Ask: var ask } ? ask.Options : [];
            if (options.FirstOrDefault(option => option != Language && Means(talk, $"{step.Id}.{option}", words)) is { } found)
            {
                return (step, found);
            }
        }

        return null;
    }

    private static bool Means(Talk talk, string key, string words) =>
        (talk.Texts.Find(key) is { } label && Plain(label) == words) || talk.Texts.Words($"{key}.typed").Any(word => Plain(word) is var typed && (typed == words || typed == Unsoftened(words)));

    // “ok let's go”, “好的，开始”
    private static readonly string[] Soft = ["okay", "ok", "yes", "yeah", "sure", "well", "so", "please", "then", "好的", "好吧", "嗯", "那就", "那", "行", "好"];

    private static string Unsoftened(string words) =>
        Array.Find(Soft, word => words.Length > word.Length && words.StartsWith(word, StringComparison.Ordinal)) is { } soft ? Unsoftened(words[soft.Length..]) : words;

    private static string Plain(string words) =>
        string.Concat(Typing.Plain.Folded(words).Where(letter => !char.IsWhiteSpace(letter) && "。，,.、!?~'".IndexOf(letter) < 0));

    private Turn Chosen(Talk talk, Step step, string option, Instant now)
    {
        var target = step.Go.After(option);
        return target != Go.End ? Greet(talk, target) : step.Do.Contains(Join) ? Joined(talk, now) : Greet(talk, set.Dialog(Dialog)!.Start);
    }

    private static Turn Joined(Talk talk, Instant now)
    {
        talk.Happened(EventKinds.Joined, ("language", talk.Member.Language.Code()));
        talk.Happened(EventKinds.Consent, ("to", "keeping"), ("given", "yes"));
        // Who speaks Chinese is taken to be in China until they say otherwise; everybody else is asked.
        talk.Member = talk.Member with { ZoneAsked = talk.Member.Language == Ontime.Language.ZhHans };
        Machine.Open(talk, "first");
        talk.FlushEcho();
        talk.Member = talk.Member with { DueAt = Agenda.Look(talk) };
        return new Turn(talk.Member, talk.Member.Language, talk.Effects, talk.Events);
    }

    /// <param name="below">A text that stands below the step's own; null: none.</param>
    private Turn Greet(Talk talk, string step, string? below = null) => Done(talk, _ =>
    {
        var message = Compose(talk, set.Find(step)!);
        talk.Effects.Add(new Effect.Say("w", below is null ? message : message with { Lines = [.. message.Lines, talk.Line(below)] }));
    });

    private static Turn Done(Talk talk, Action<Talk> act)
    {
        act(talk);
        return new Turn(null, talk.Member.Language, talk.Effects, []);
    }

    private static Message Compose(Talk talk, Step step)
    {
        var options = step.Doing is Doing.Asking { Ask: var ask } ? ask.Options : [];
        var buttons = options.Select(option => Button(talk.Member.Language, step.Id, option, $"{step.Id}.{option}")).ToList();
        return new Message([talk.Line(step.Id)], Rows.Arrange(talk, buttons));
    }

    private static Button Button(Language language, string step, string option, string label) =>
        new($"{Prefix}:{(language == Ontime.Language.En ? "en" : "zh")}:{step}:{option}", new Line(label));

    /// <summary>A member only for the length of this turn, so that texts can be filled. It is stored where the person joins, and nowhere else.</summary>
    private Talk Talk(Person from, Language language, Instant now, long message = 0) =>
        new(set, who, new Member { ChatId = from.Id, Language = language, Name = from.Name, Zone = Zones.Usual, Joined = now, LastInput = now, Frames = ImmutableList<Frame>.Empty }, now)
        {
            TappedMessage = message > 0 ? message : null,
        };
}
