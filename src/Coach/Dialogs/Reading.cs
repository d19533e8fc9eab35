using NodaTime;
using Ontime.Checklist;
using Ontime.Members;
using Ontime.Typing;

namespace Ontime.Dialogs;

/// <summary>What typed words mean under the open question.</summary>
internal abstract record Read
{
    public sealed record Answer(Given Given) : Read;

    /// <summary>A “yes” where yes is the bad answer: confirmed before it counts.</summary>
    public sealed record Confirm(string Option) : Read;

    public sealed record Aside(Typing.Aside Word) : Read;

    /// <summary>What was asked back is not so.</summary>
    public sealed record Denied : Read;

    /// <summary>What was is told where it is asked what is.</summary>
    public sealed record Before : Read;

    public sealed record Missed : Read;
}

/// <summary>Reads typed words as an answer: first the words of the options, then the kind of the question, then what every question takes.</summary>
internal static class Reading
{
    // Of what is counted here nobody does more.
    private const int Most = 300;

    public static Read Of(Talk talk, Step step, Ask ask, string text, LocalDate typedOn)
    {
        var language = talk.Member.Language;
        if (talk.Top.Open!.Pending is { } pending)
        {
            switch (Typist.Read(Kind.YesNo, text, language, typedOn))
            {
                // “记为有逾期，对吗？” “我已经还了” is a yes that names another answer.
                case Typed.Word { Id: "yes" } when !(step.Confirm.TryGetValue(pending, out var other) && OptionWords.Match(talk, step, ask, text)?.Option == other):
                    return new Read.Answer(new Given(pending, Typed: true));
                case Typed.Word { Id: "no" }:
                    return step.Confirm.TryGetValue(pending, out var no) ? new Read.Answer(new Given(no, Typed: true)) : new Read.Denied();
            }
        }

        if (OptionWords.Match(talk, step, ask, text) is { } match)
        {
            if (ask.Kind == AskKind.Bill)
            {
                talk.Replace(Bills.Lines.Kinded(talk, text));
            }

            // Said again where it was asked back, it is confirmed.
            return match.ByWords && step.Confirm.ContainsKey(match.Option) && talk.Top.Open!.Pending != match.Option
                ? new Read.Confirm(match.Option)
                : new Read.Answer(AsGiven(talk, ask, match.Option) with { Guessed = match.ByWords });
        }

        if (Choosing.Read(talk, step, ask, text) is { } chosen)
        {
            return ask.Ticks ? new Read.Answer(new Given(Answer.Value, Many: [.. (ask.Kind == AskKind.Card ? Options.Ticked(talk.Top) : []).Union(chosen)], Typed: true, Guessed: true))
                : step.Confirm.ContainsKey(chosen[0]) ? new Read.Confirm(chosen[0])
                : new Read.Answer(AsGiven(talk, ask, chosen[0]) with { Guessed = true });
        }

        if (LastsSo(talk, step, ask, text) is { } lasting)
        {
            return lasting;
        }

        if (IsBehind(talk, step, text) is { } behind)
        {
            return behind;
        }

        if (ByKind(talk, step, ask, text, typedOn) is { } given)
        {
            return given;
        }

        if (Between(talk, ask, text, typedOn) is { Low: var low, High: var high } && low == high)
        {
            return new Read.Answer(new Given(low, Typed: true, Guessed: true));
        }

        if (Ahead(talk, ask, text, typedOn) is { } ahead)
        {
            return ahead;
        }

        if (Typing.Asides.Read(text, language) is { } aside)
        {
            // “next” where the question cannot be passed is its button “Next step”.
            if (aside == Typing.Aside.Skip && !Prompts.CanSkip(step, ask) && OptionWords.Near(talk, step, ask, text) is { } button)
            {
                return new Read.Answer(AsGiven(talk, ask, button));
            }

            return OptionFor(step, aside) is { } option ? new Read.Answer(new Given(option, Typed: true)) : new Read.Aside(aside);
        }

        if (ask.Kind is not (AskKind.Text or AskKind.Payment) && Typist.Read(Kind.YesNo, text, language, typedOn) is Typed.Word { Id: "unsure" })
        {
            return OptionFor(step, Typing.Aside.Unsure) is { } unsure ? new Read.Answer(new Given(unsure, Typed: true)) : new Read.Aside(Typing.Aside.Unsure);
        }

        if (ask.Kind == AskKind.Text)
        {
            if (string.IsNullOrWhiteSpace(text) || ask.Not.Select(Ask.Reads).OfType<Kind>().Any(kind => Typist.Read(kind, text, language, typedOn) is not null))
            {
                return new Read.Missed();
            }

            return new Read.Answer(new Given(Answer.Value, Words: text, Typed: true));
        }

        if (ask.Kind == AskKind.Bill && !Enquiries.Asks(Plain.Of(text)) && Bills.Lines.Only(text) is { } only)
        {
            return Of(talk, step, ask, only, typedOn);
        }

        if (ask.Kind is AskKind.Choice or AskKind.YesNo && Hedges.Without(Plain.Of(text)) is { } bare && !Enquiries.Asks(bare)
            && (OptionWords.Match(talk, step, ask, bare)?.Option ?? (ByKind(talk, step, ask, bare, typedOn) as Read.Answer)?.Given.Option) is { } hedged && ask.Options.Contains(hedged))
        {
            return new Read.Confirm(hedged);
        }

        return !Enquiries.Asks(Plain.Of(text)) && !OptionWords.Several(talk, step, ask, text) && OptionWords.Near(talk, step, ask, text) is { } near
            ? step.Confirm.ContainsKey(near) ? new Read.Confirm(near) : new Read.Answer(AsGiven(talk, ask, near) with { Guessed = true })
            : new Read.Missed();
    }

    /// <summary>“晚了一周”, “five weeks overdue” where it is asked what is, “三年前” where it is asked what was; the options are told apart by days.</summary>
    private static Read? LastsSo(Talk talk, Step step, Ask ask, string text) =>
        ask.Kind == AskKind.Choice && ask.Bands.Count > 0 && Plain.Of(text) is var plain && (talk.Texts.Has($"{step.Id}.past") ? Earlier.Lasting(plain) : Earlier.Ago(plain)) && Lasting.Days(plain) is > 0 and var days && ask.BandOf(days) is { } band
            ? step.Confirm.ContainsKey(band) ? new Read.Confirm(band) : new Read.Answer(new Given(band, Typed: true, Guessed: true))
            : null;

    /// <summary>Trouble that is over is no trouble now, where the question asks for that; of one bill it says nothing about the others.</summary>
    private static Read? IsBehind(Talk talk, Step step, string text) =>
        talk.Texts.Has($"{step.Id}.past") && Earlier.Read(Plain.Of(text)) is { } behind
            ? behind == Behind.Over && Bills.Kinds.Named(text) == Bills.BillKind.Other ? new Read.Answer(new Given(step.Confirm.Values.First(), Typed: true)) : new Read.Before()
            : null;

    private static Given AsGiven(Talk talk, Ask ask, string option) =>
        ask.Kind == AskKind.Card ? new Given(Answer.Value, Many: [.. Options.Ticked(talk.Top).Append(option).Distinct()], Typed: true)
        : ask.Ticks ? new Given(Answer.Value, Many: [option], Typed: true)
        : option.StartsWith('=') && Prefills.Read(ask, option[1..]) is { } value ? value with { Typed = true }
        : new Given(option, Typed: true);

    /// <summary>An answer to the question that an option of a menu leads to: it is kept for that step, and the option taken.</summary>
    private static Read.Answer? Ahead(Talk talk, Ask ask, string text, LocalDate typedOn)
    {
        foreach (var option in ask.Options.Where(ask.Takes.ContainsKey))
        {
            if (talk.Set.Find(ask.Takes[option]) is { Doing: Doing.Asking { Ask: var next } } step
                && ByKind(talk, step, next, text, typedOn) is Read.Answer { Given: var given } && Prefills.Word(given) is { } value)
            {
                talk.Replace(talk.Top.With($"={step.Id}", value));
                return new Read.Answer(new Given(option, Typed: true));
            }
        }

        return null;
    }

    private static Read? ByKind(Talk talk, Step step, Ask ask, string text, LocalDate typedOn)
    {
        var language = talk.Member.Language;
        if (ask.Kind == AskKind.Zone)
        {
            return (Zones.Read(talk.Set, Plain.Folded(text)) ?? Zones.Lived(talk.Set, text)) is { } zone ? new Read.Answer(new Given(Answer.Value, Words: zone, Typed: true)) : null;
        }

        if (ask.Kind == AskKind.Bill && (Bills.Lines.Fill(talk, text) ?? Bills.Lines.Name(talk, text)) is { } bill)
        {
            return new Read.Answer(new Given(Bills.Lines.OptionOf(bill, ask.Options), Typed: true));
        }

        if (ask.Kind == AskKind.DayOfMonth && Dates.Named(Plain.Of(text), language, typedOn) is { } date)
        {
            return new Read.Answer(new Given(Answer.Value, Date: date, Day: Bills.DueDay.Of(date.Day), Typed: true));
        }

        if (ask.Kind == AskKind.Card && Typist.Read(Kind.YesNo, text, language, typedOn) is Typed.Word { Id: "yes" })
        {
            return new Read.Answer(new Given(Answer.Value, Many: ask.Options, Typed: true));
        }

        var kind = ask.Typing ?? (ask.Kind is AskKind.Choice or AskKind.Bill or AskKind.Many ? Kind.YesNo : null);
        return kind is null ? null : Typist.Read(kind.Value, text, language, typedOn) switch
        {
            Typed.Word word => Word(step, ask, word.Id),
            Typed.Number number => Number(ask, number.Value),
            Typed.Day day => new Read.Answer(new Given(Answer.Value, Day: day.Value, Typed: true)),
            Typed.Date past => new Read.Answer(new Given(Answer.Value, Date: past.Value, Typed: true)),
            Typed.Month month => new Read.Answer(new Given(Answer.Value, Date: new LocalDate(month.Year, month.MonthOfYear ?? 12, 1), Typed: true)),
            Typed.Clock clock => new Read.Answer(new Given(Answer.Value, Time: clock.Value, Typed: true)),
            Typed.Set set => new Read.Answer(new Given(Answer.Value, Many: set.Ids.Count == 0 && ask.Options.Contains("none") ? ["none"] : set.Ids, Typed: true)),
            _ => null,
        };
    }

    /// <summary>The options of both ends of “two or three”; null: not that.</summary>
    internal static (string Low, string High)? Between(Talk talk, Ask ask, string text, LocalDate typedOn)
    {
        if (ask.Bands.Count == 0 || ask.Typing is not { } kind)
        {
            return null;
        }

        return Ranges.Ends(text) is var (left, right) && Figure(left) is { } low && Figure(right) is { } high && low < high
            && ask.BandOf(low) is { } from && ask.BandOf(high) is { } to ? (from, to) : null;

        decimal? Figure(string end) => (Typist.Read(kind, end, talk.Member.Language, typedOn) as Typed.Number)?.Value;
    }

    private static Read.Answer? Number(Ask ask, decimal number)
    {
        if (ask.Bands.Count > 0)
        {
            // “662” to “how often”: that is a score.
            if (ask.Kind == AskKind.Count && number > Most)
            {
                return null;
            }

            return ask.BandOf(number) is { } band ? new Read.Answer(new Given(band, number, Typed: true)) : null;
        }

        return ask.Range is var (min, max) && (number < min || number > max) ? null : new Read.Answer(new Given(Answer.Value, number, Typed: true));
    }

    /// <summary>yes, no, unsure, na, skip, and the words of a payment, as an option of this step.</summary>
    private static Read? Word(Step step, Ask ask, string word)
    {
        var option = word switch
        {
            "partial" => "part",
            "unpaid" => "not_yet",
            "late" => "paid_late",
            _ => word,
        };
        if (ask.Options.Contains(option))
        {
            return new Read.Answer(new Given(option, Typed: true));
        }

        return word switch
        {
            "snooze" => null,
            "unsure" => Aside(Typing.Aside.Unsure),
            "na" => Aside(Typing.Aside.NotApplicable),
            "skip" => Aside(Typing.Aside.Skip),
            _ => null,
        };

        Read Aside(Typing.Aside aside) =>
            OptionFor(step, aside) is { } standing ? new Read.Answer(new Given(standing, Typed: true)) : new Read.Aside(aside);
    }

    /// <summary>“not sure”, “rather not say”, “doesn’t apply” where the step has an option for it.</summary>
    private static string? OptionFor(Step step, Typing.Aside aside) => aside switch
    {
        Typing.Aside.Unsure => Having<Share.Unknown>(step) ?? Named(step, "unsure"),
        Typing.Aside.NotApplicable => Having<Share.NotApplicable>(step) ?? Named(step, "na"),
        Typing.Aside.Decline => Having<Share.Declined>(step) ?? Named(step, "decline"),
        _ => null,
    };

    private static string? Having<T>(Step step) where T : Share =>
        step.Item?.Shares.Where(pair => pair.Value is T).Select(pair => pair.Key).Order(StringComparer.Ordinal).FirstOrDefault();

    private static string? Named(Step step, string option) => step.Doing is Doing.Asking { Ask: var ask } && ask.Options.Contains(option) ? option : null;
}
