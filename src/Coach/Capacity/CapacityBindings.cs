using System.Collections.Frozen;
using System.Globalization;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Capacity;

/// <summary>
/// What the dialog of the money check names. Figures wait in the notes of its frame and go with it; what stays is the band they fall
/// into, and the figures themselves only with the second consent.
/// </summary>
internal static class CapacityBindings
{
    private const string Dialog = "capacity";

    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["figures_asked"] = talk => talk.Member.Amounts is not null || Note(talk, "keep") is not null || Note(talk, "part") == "cushion",
        ["debt_known"] = talk => Debt(talk) is not null,
        ["income_known"] = talk => Income(talk) is not null,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["capacity_part"] = talk => Put(talk, "part", talk.Given?.Option),
        ["capacity_keep"] = talk =>
        {
            Put(talk, "keep", talk.Given?.Option);
            if (talk.Given?.Option == "yes")
            {
                MemberBindings.SetAmounts(talk, on: true);
            }
        },
        ["capacity_debt"] = talk => Put(talk, "debt", Number(talk)),
        ["capacity_income"] = talk => Put(talk, "income", Number(talk)),
        ["capacity_owed"] = talk => Put(talk, "owed", Number(talk)),
        ["capacity_assets"] = talk => Put(talk, "assets", Number(talk)),
        ["capacity_sum"] = talk => Put(talk, "sum", Number(talk)),
        ["capacity_rate"] = talk => Put(talk, "rate", Number(talk)),
        ["capacity_term"] = talk => Put(talk, "term", talk.Given?.Option is ['t', .. var months] ? months : Number(talk)),
        ["keep_load"] = KeepLoad,
        ["keep_assets"] = talk =>
        {
            if (Noted(talk, "owed") is { } owed && Noted(talk, "assets") is { } assets)
            {
                Answering.Put(talk, "C4", new Answer(Ratios.OfAssets(owed, assets), talk.Now));
            }
        },
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, string?>> Picks = new Dictionary<string, Func<Talk, string?>>
    {
        ["capacity_part"] = talk => Note(talk, "part") switch
        {
            "load" => "cap.debt",
            "assets" => "cap.owed",
            "cushion" => "C7",
            "loan" => "cap.sum",
            _ => null,
        },
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["capacity_known"] = Known,
        ["load_said"] = LoadSaid,
        ["assets_said"] = AssetsSaid,
        ["loan_said"] = LoanSaid,
    }.ToFrozenDictionary();

    private static decimal? Debt(Talk talk) => Noted(talk, "debt") ?? Kept(talk, "C3.debt") ?? (Is(talk, "C3", "none") ? 0 : null);

    private static decimal? Income(Talk talk) => Noted(talk, "income") ?? Kept(talk, "C3.income") ?? Kept(talk, "C1.amount");

    private static decimal? Kept(Talk talk, string step) => talk.Member.Amounts is null ? null : talk.Member.Answers.GetValueOrDefault(step)?.Number;

    private static bool Is(Talk talk, string step, string option) => talk.Member.Answers.GetValueOrDefault(step)?.Option == option;

    /// <summary>Debts to pay as a band of C3; the figures beside it only with the second consent.</summary>
    private static void KeepLoad(Talk talk)
    {
        if (Noted(talk, "debt") is not { } debt || Noted(talk, "income") is not { } income)
        {
            return;
        }

        var kept = talk.Member.Amounts is not null;
        if (kept)
        {
            Answering.Put(talk, "C3.debt", new Answer(Answer.Value, talk.Now, debt));
            Answering.Put(talk, "C3.income", new Answer(Answer.Value, talk.Now, income));
        }

        if (debt == 0)
        {
            Answering.Put(talk, "C3", new Answer("none", talk.Now));
        }
        else if (Ratios.Percent(debt, income) is { } load && talk.Set.Find("C3")?.Doing is Doing.Asking { Ask: var ask } && ask.BandOf(load) is { } band)
        {
            Answering.Put(talk, "C3", new Answer(band, talk.Now, kept ? load : null));
        }
    }

    private static Arg.Block Known(Talk talk)
    {
        var lines = new List<Line>();
        foreach (var item in new[] { "C3", "C4", "C7" })
        {
            if (talk.Member.Answers.TryGetValue(item, out var answer) && talk.Texts.Has($"{item}.{answer.Option}"))
            {
                lines.Add(talk.Line("load.known", ("name", new Arg.Text($"{item}.name")), ("answer", new Arg.Text($"{item}.{answer.Option}"))));
            }
        }

        return new Arg.Block([.. lines, talk.Line("load.what")]);
    }

    private static Arg.Block LoadSaid(Talk talk)
    {
        if (Debt(talk) is not { } debt || Income(talk) is not { } income)
        {
            return new Arg.Block([]);
        }

        return new Arg.Block(debt == 0 ? [talk.Line("load.no_debt")]
            : Ratios.Percent(debt, income) is not { } percent ? [talk.Line("load.no_income")]
            : [talk.Line("load.share", ("percent", new Arg.Number(percent))), talk.Line($"load.{Ratios.Load(percent)}"), talk.Line("load.lines")]);
    }

    private static Arg.Block AssetsSaid(Talk talk)
    {
        if (Noted(talk, "owed") is not { } owed || Noted(talk, "assets") is not { } assets)
        {
            return new Arg.Block([]);
        }

        return new Arg.Block(owed == 0 ? [talk.Line("C4.none.say")]
            : Ratios.Percent(owed, assets) is not { } percent ? [talk.Line("C4.bad")]
            : [talk.Line("load.assets", ("percent", new Arg.Number(percent))), talk.Line(percent <= Ratios.AssetsCovered ? "C4.good" : "C4.bad"), talk.Line("load.assets_ours")]);
    }

    /// <summary>What a loan would cost, and what it would do to the share of pay, before it is taken.</summary>
    private static Arg.Block LoanSaid(Talk talk)
    {
        if (Noted(talk, "sum") is not { } sum || Noted(talk, "rate") is not { } rate || Noted(talk, "term") is not { } term)
        {
            return new Arg.Block([]);
        }

        var loan = Loan.Of(sum, rate, (int)term);
        var lines = new List<Line>
        {
            talk.Line("load.loan", ("sum", new Arg.Money(sum)), ("rate", new Arg.Number(rate)), ("months", new Arg.Number(term))),
            talk.Line("load.cost", ("monthly", new Arg.Money(loan.Monthly)), ("interest", new Arg.Money(loan.Interest))),
        };
        if (Debt(talk) is { } debt && Income(talk) is { } income)
        {
            lines.AddRange(Ratios.Percent(debt + loan.Monthly, income) is { } after && Ratios.Percent(debt, income) is { } before
                ? [talk.Line("load.change", ("before", new Arg.Number(before)), ("after", new Arg.Number(after))), talk.Line($"load.{Ratios.Load(after)}"), talk.Line("load.lines")]
                : [talk.Line("load.no_income")]);
        }

        return new Arg.Block([.. lines, talk.Line("load.without")]);
    }

    private static string? Number(Talk talk) => talk.Given switch
    {
        { Number: { } number } => number.ToString(CultureInfo.InvariantCulture),
        { Option: "none" } => "0",
        _ => null,
    };

    private static decimal? Noted(Talk talk, string name) =>
        decimal.TryParse(Note(talk, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Note(Talk talk, string name) => talk.Member.Frames.Find(frame => frame.Dialog == Dialog)?.Note(name);

    /// <summary>Into the first frame of the check: its parts are frames of their own, which go when they end.</summary>
    private static void Put(Talk talk, string name, string? value)
    {
        var at = talk.Member.Frames.FindIndex(frame => frame.Dialog == Dialog);
        if (at >= 0)
        {
            talk.Member = talk.Member with { Frames = talk.Member.Frames.SetItem(at, talk.Member.Frames[at].With(name, value)) };
        }
    }
}
