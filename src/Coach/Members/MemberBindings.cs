using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using Ontime.Dialogs;

namespace Ontime.Members;

/// <summary>What the dialogs name of the person's own settings and data.</summary>
internal static class MemberBindings
{
    /// <summary>The zones that have a button.</summary>
    private static readonly string[] Offered = ["shanghai", "london", "berlin", "new_york", "los_angeles", "tokyo"];

    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["amounts"] = talk => talk.Member.Amounts is not null,
        ["hour_known"] = talk => talk.Member.HourAsked,
        ["zone_asked"] = talk => talk.Member.ZoneAsked,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["set_language"] = talk =>
        {
            if (Languages.Parse(talk.Given?.Option == "zh" ? "zh-Hans" : talk.Given?.Option) is { } language)
            {
                talk.Member = talk.Member with { Language = language };
                talk.Happened(EventKinds.Changed, ("what", "language"), ("to", language.Code()));
            }
        },
        ["set_zone"] = talk =>
        {
            var zone = talk.Given?.Words ?? (talk.Given is { } given ? OfOption(given.Option) : null);
            if (zone is not null)
            {
                talk.Member = talk.Member with { Zone = zone, ZoneAsked = true };
                talk.Happened(EventKinds.Changed, ("what", "zone"), ("to", zone));
            }
        },
        ["set_hour"] = talk =>
        {
            talk.Member = talk.Member with { Hour = talk.Given?.Time, HourAsked = true };
            talk.Happened(EventKinds.Changed, ("what", "hour"), ("to", talk.Given?.Time?.ToString("HH:mm", null) ?? "none"));
        },
        ["set_quiet"] = talk =>
        {
            if (talk.Given?.Option is ['h', .. var hours] && hours.Split('_') is [var from, var to]
                && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                talk.Member = talk.Member with { QuietFrom = new LocalTime(first, 0), QuietTo = new LocalTime(last, 0) };
                talk.Happened(EventKinds.Changed, ("what", "quiet"), ("to", hours));
            }
        },
        ["set_shown"] = talk => talk.Member = talk.Member with { AmountsInReminders = talk.Given?.Option == "on" },
        ["set_amounts"] = talk =>
        {
            SetAmounts(talk, talk.Given?.Option == "on");
            Bills.Unagreed.Settle(talk, talk.Given?.Option == "on");
        },
        ["erase"] = talk =>
        {
            switch (talk.Given?.Option)
            {
                case "all":
                    talk.Forget = true;
                    talk.Effects.Add(new Effect.Strip("q", talk.TappedMessage));
                    talk.Say("house.erased");
                    break;
                case "export":
                    talk.Effects.Add(new Effect.File(FileKind.Export));
                    break;
            }
        },
        ["end_quiet"] = talk => talk.Member = talk.Member with { QuietUntil = talk.Given?.Option == "go_on" ? null : talk.Member.QuietUntil },
        ["silence_tips"] = talk =>
        {
            if (talk.Given?.Option == "keep")
            {
                Bills.Relief.End(talk);
            }

            talk.Member = talk.Member with { TipsSilent = talk.Given?.Option != "keep" };
        },
        ["lesson_answered"] = talk => talk.Member = talk.Member with { LessonsShown = talk.Given?.Option == "stop" ? int.MaxValue : talk.Member.LessonsShown },
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["operator"] = talk => OperatorName(talk.Who),
        ["contact"] = talk => OperatorContact(talk.Who),
        ["zone"] = talk => Offered.FirstOrDefault(city => OfOption(city) == talk.Member.Zone) is { } city ? new Arg.Text($"set.zone.{city}") : new Arg.Words(talk.Member.Zone),
        ["hour"] = talk => talk.Member.Hour is { } hour ? new Arg.Clock(hour) : new Arg.Text("word.never"),
        ["language"] = talk => new Arg.Text($"set.language.{(talk.Member.Language == Language.En ? "en" : "zh")}"),
        ["amounts"] = talk => new Arg.Text(talk.Member.Amounts is null ? "word.off" : "word.on"),
        ["now"] = talk => new Arg.Block([talk.Line("word.date_at", ("date", talk.Date(talk.Today)), ("time", new Arg.Clock(talk.Now.InZone(talk.Zone).TimeOfDay)))]),
        ["privacy"] = talk => new Arg.Block([talk.Line("house.privacy")]),
        ["name"] = talk => talk.Member.Name is { } name ? new Arg.Words(name) : null,
    }.ToFrozenDictionary();

    public static Arg OperatorName(Operator who) => who.Name is { Length: > 0 } name ? new Arg.Words(name) : new Arg.Text("word.operator_unnamed");

    public static Arg OperatorContact(Operator who) => who.Contact is { Length: > 0 } contact ? new Arg.Words(contact) : new Arg.Text("word.contact_unnamed");

    /// <summary>The second consent. Withdrawn, every amount goes with it.</summary>
    public static void SetAmounts(Talk talk, bool on)
    {
        talk.Happened(EventKinds.Consent, ("to", "amounts"), ("given", on ? "yes" : "no"));
        talk.Member = on
            ? talk.Member with { Amounts = talk.Now }
            : talk.Member with
            {
                Amounts = null,
                Limits = [],
                Uses = talk.Member.Uses.ConvertAll(use => use with { Amount = null }),
                Bills = talk.Member.Bills.ConvertAll(bill => bill with { Amount = null }),
                Answers = talk.Member.Answers.RemoveRange(talk.Member.Answers.Keys.Where(step => talk.Set.Find(step) is { Amounts: true })),
            };
    }

    private static string? OfOption(string option) => option switch
    {
        "shanghai" => "Asia/Shanghai",
        "london" => "Europe/London",
        "berlin" => "Europe/Berlin",
        "new_york" => "America/New_York",
        "los_angeles" => "America/Los_Angeles",
        "tokyo" => "Asia/Tokyo",
        _ => null,
    };
}
