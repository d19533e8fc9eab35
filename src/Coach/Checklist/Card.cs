using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>The index in words: the card, how it adds up, why a step.</summary>
internal static class Card
{
    /// <summary>“Readiness 88 (first look: 49% of the list known)”, or with the gate that holds it.</summary>
    public static Arg Headline(Talk talk, Readiness readiness)
    {
        if (readiness.Shown is not { } shown)
        {
            return new Arg.Block([talk.Line("card.no_figure")]);
        }

        var lines = new List<Line>();
        if (readiness.Held is { } held && readiness.Gates is [var gate, ..])
        {
            var key = $"{gate.ItemId}.{gate.Option}";
            lines.Add(talk.Line("card.headline_held", ("held", new Arg.Number(held)), ("shown", new Arg.Number(shown)), ("gate", new Arg.Text($"{key}.gate")), ("release", new Arg.Text($"{key}.release"))));
        }
        else
        {
            lines.Add(talk.Line(readiness.FirstLook ? "card.first_look" : "card.readiness", ("readiness", new Arg.Number(shown))));
            lines.AddRange(readiness.Gates.Take(1).Select(low =>
                talk.Line("card.gated", ("gate", new Arg.Text($"{low.ItemId}.{low.Option}.gate")), ("release", new Arg.Text($"{low.ItemId}.{low.Option}.release")))));
        }

        return new Arg.Block(lines);
    }

    public static Arg Pillars(Talk talk, Readiness readiness) => new Arg.Block([.. readiness.Pillars.Select(pillar => talk.Line(
        "card.pillar",
        ("bar", new Arg.Text($"bar.{Filled(pillar)}")),
        ("name", new Arg.Text($"pillar.{pillar.Id}")),
        ("band", new Arg.Text($"band.{BandKey(pillar.Band)}"))))]);

    /// <summary>“By your word” while nothing is logged; nothing otherwise.</summary>
    public static Arg Note(Talk talk, Readiness readiness) =>
        talk.Member.Months.Count == 0 && readiness.Lines.Any(line => line.ItemId == Item.PaymentRecord)
            ? new Arg.Block([talk.Line("card.by_your_word")])
            : new Arg.Block([]);

    /// <summary>A line an item: what it has of what it can have, what was answered, and what a better answer would bring.</summary>
    public static Arg Lines(Talk talk, Readiness readiness) => new Arg.Block([.. readiness.Lines.Select(line => LineOf(talk, line))]);

    public static Arg Sum(Talk talk, Readiness readiness) => new Arg.Block([talk.Line(
        readiness.Unasked > 0 ? "card.sum" : "card.sum_all",
        ("earned", Tenths(readiness.Earned)),
        ("known", Tenths(readiness.Known)),
        ("readiness", new Arg.Number(readiness.Held ?? readiness.Shown ?? 0)),
        ("unasked", new Arg.Number(readiness.Unasked)))]);

    /// <summary>Weights and gates in words, from the data itself.</summary>
    public static Arg How(Talk talk)
    {
        var lines = new List<Line>();
        foreach (var pillar in talk.Set.Rules.Pillars)
        {
            var items = talk.Set.Dialog("items")!.Steps.Where(step => step.Item is { Points: > 0 } item && item.Pillar == pillar.Id);
            lines.Add(talk.Line(
                "how.pillar",
                ("name", new Arg.Text($"pillar.{pillar.Id}")),
                ("points", new Arg.Number(pillar.Points)),
                ("items", new Arg.Series([.. items.Select(step => talk.Line("how.item", ("name", new Arg.Text($"{step.Id}.name")), ("points", new Arg.Number(step.Item!.Points))))]))));
        }

        var gates = talk.Set.Dialog("items")!.Steps.SelectMany(step => step.Item?.Gates.Select(gate => (Key: $"{step.Id}.{gate.Key}", gate.Value.Cap)) ?? []);
        lines.Add(talk.Line("how.gates", ("gates", new Arg.Series([.. gates.OrderBy(gate => gate.Cap).Select(gate =>
            talk.Line("how.gate", ("gate", new Arg.Text($"{gate.Key}.gate")), ("cap", new Arg.Number(gate.Cap))))]))));
        return new Arg.Block(lines);
    }

    /// <summary>What to do about an item. Where it is to wait, the time runs from the answer and not from today.</summary>
    public static Line Action(Talk talk, string item) => talk.Line(
        $"{item}.action", ("until", talk.Date(talk.Answers.TryGetValue(item, out var answer) ? NextAction.Until(answer, talk.Zone) : talk.Today.PlusDays(90))));

    /// <summary>Why this step: what it brings, or the gate it lifts; nothing about figures for someone with debts to sort out.</summary>
    public static Arg Why(Talk talk, NextAction action)
    {
        if (action.LiftsGate || action.From is null || action.To is null || action.To == action.From)
        {
            return new Arg.Block([talk.Line($"{action.ItemId}.why")]);
        }

        return new Arg.Block([talk.Line(
            "card.gain",
            ("name", new Arg.Text($"{action.ItemId}.name")),
            ("have", Tenths(Earned(talk, talk.Standing, action.ItemId))),
            ("then", Tenths(Earned(talk, Steps.After(talk.Set.Items[action.ItemId], talk.Set.Items, talk.Standing) ?? talk.Standing, action.ItemId))),
            ("from", new Arg.Number(action.From.Value)),
            ("to", new Arg.Number(action.To.Value)))]);
    }

    private static decimal Earned(Talk talk, Standing standing, string id) =>
        talk.Set.Items[id] is var item && ItemScores.Of(item, talk.Set.Items, standing) is { Share: { } share } score ? item.Points * score.Weight * share : 0;

    private static Line LineOf(Talk talk, ItemLine line)
    {
        var item = talk.Set.Items[line.ItemId];
        var gain = NextAction.Potential(item, talk.Set.Items, talk.Standing) * line.Weight;
        return talk.Line(
            gain < 0.05m || !item.Recommend || Trouble.Is(talk.Member) ? "card.line" : talk.Texts.Has($"{line.ItemId}.line_more") ? $"{line.ItemId}.line_more" : "card.line_more",
            ("name", new Arg.Text($"{line.ItemId}.name")),
            ("earned", Tenths(line.Earned)),
            ("of", Tenths(line.Of)),
            ("words", new Arg.Block([Words(talk, line)])),
            ("until", talk.Date(talk.Answers.TryGetValue(line.ItemId, out var answer) ? NextAction.Until(answer, talk.Zone) : talk.Today)),
            ("gain", Tenths(gain)));
    }

    private static Line Words(Talk talk, ItemLine line)
    {
        var args = talk.Answers.TryGetValue(line.ItemId, out var answer) && AnswerWords.Of(talk, talk.Set.Find(line.ItemId)!, answer) is { } words
            ? new[] { ("answer", words), ("n", answer.Number is { } n ? new Arg.Number(n) : words) }
            : [];
        if (line.ItemId == Item.PaymentRecord)
        {
            return RecordWords(talk);
        }

        if (line.ItemId == Item.BillCalendar && line.Option != "none")
        {
            return talk.Line("R1.line", ("n", new Arg.Number(talk.Bills.Count)), ("m", new Arg.Number(talk.Bills.Count(bill => bill.Day is not null))));
        }

        foreach (var key in new[] { $"{line.ItemId}.{line.Option}.line", $"{line.ItemId}.line" })
        {
            if (talk.Texts.Has(key))
            {
                return talk.Line(key, args);
            }
        }

        return args.Length > 0 ? talk.Line("card.answer", args) : talk.Line("card.counted");
    }

    private static Line RecordWords(Talk talk)
    {
        var months = talk.Member.Months;
        var said = talk.Answers.TryGetValue(Item.MonthsOnTime, out var answer) ? answer.Option : "m0";
        return months.Count == 0
            ? talk.Line($"R3.{said}.line")
            : talk.Line("R2.line", ("n", new Arg.Number(months.Count)), ("m", new Arg.Number(months.Count(month => month.Paid == month.Due))));
    }

    private static Arg.Number Tenths(decimal value) => new(Math.Round(value, 1, MidpointRounding.AwayFromZero));

    private static int Filled(PillarState pillar) => pillar.Share is { } share ? Math.Max(1, (int)Math.Floor((share * 5) + 0.001m)) : 0;

    private static string BandKey(Band band) => band switch
    {
        Band.Good => "good",
        Band.Watch => "watch",
        Band.ActNow => "act",
        Band.TooLittle => "little",
        _ => "none",
    };
}
