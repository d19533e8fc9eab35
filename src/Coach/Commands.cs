using System.Collections.Frozen;
using Ontime.Admin;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Reminders;
using Ontime.Plan;
using Ontime.Scores;

namespace Ontime;

/// <summary>The person's commands. Those of the menu come first, in its order; the rest are buttons of the coach's own messages.</summary>
public static class Commands
{
    /// <summary>The names in the menu; the texts <c>command.&lt;name&gt;</c> describe them.</summary>
    public static IReadOnlyList<string> Menu { get; } =
        ["check", "bills", "upcoming", "calendar", "index", "next", "plan", "score", "limit", "trend", "log", "capacity", "how", "edit", "settings", "pause", "resume", "export", "privacy", "forget", "feedback", "about", "help", "cancel", "start"];

    private static readonly FrozenDictionary<string, Action<Talk>> Known = new Dictionary<string, Action<Talk>>
    {
        ["start"] = Start,
        ["check"] = Check,
        ["index"] = talk => Machine.Open(talk, "card"),
        ["next"] = talk => Machine.Open(talk, "card.nothing"),
        ["lines"] = talk => Machine.Open(talk, "card.sum_up"),
        ["how"] = talk => Tell(talk, "house.how"),
        ["bills"] = talk => Machine.Open(talk, "bills"),
        ["upcoming"] = talk => Machine.Open(talk, "upcoming"),
        ["calendar"] = talk => Machine.Open(talk, "bills.calendar"),
        ["edit"] = talk => Machine.Open(talk, "edit"),
        ["settings"] = talk => Machine.Open(talk, "settings"),
        ["privacy"] = talk => Tell(talk, "house.privacy"),
        ["about"] = talk => Tell(talk, "about"),
        ["score"] = talk => Machine.Open(talk, "scores"),
        ["limit"] = talk => Machine.Open(talk, "limit"),
        ["trend"] = Trend,
        ["log"] = talk => Machine.Open(talk, "log"),
        ["capacity"] = talk => Machine.Open(talk, "capacity"),
        ["help"] = talk => Tell(talk, "house.help"),
        ["export"] = talk =>
        {
            talk.Say("house.export");
            talk.Effects.Add(new Effect.File(FileKind.Export));
            Saying.Resume(talk);
        },
        ["feedback"] = FeedbackBindings.Open,
        ["forget"] = talk => Machine.Open(talk, "forget"),
        ["pause"] = talk =>
        {
            Pause(talk, Paused.All);
            talk.SayWith([[new Button("c:keep_bills", talk.Line("button.keep_bills"))]], "house.paused");
        },
        ["keep_bills"] = talk =>
        {
            Pause(talk, Paused.ButBills);
            talk.Say("house.paused_but_bills");
        },
        ["resume"] = talk =>
        {
            Pause(talk, Paused.No);
            talk.Member = talk.Member with { QuietUntil = null, Ignored = 0 };
            talk.Say("house.resumed");
            Saying.Resume(talk);
        },
        ["no_broadcasts"] = talk => Broadcasts(talk, wanted: false),
        ["broadcasts"] = talk => Broadcasts(talk, wanted: true),
        ["plan"] = CourseBindings.Open,
        ["keep"] = talk => talk.Say("house.kept"),
        ["even_less"] = talk =>
        {
            talk.Member = Pace.Halve(talk.Member);
            talk.Say("house.even_less");
        },
        ["as_before"] = talk =>
        {
            talk.Member = talk.Member with { Halved = 0 };
            talk.Say("house.as_before");
        },
        ["plan_time"] = talk => Machine.Open(talk, "plan_time"),
        ["go_on"] = Check,
        ["no_thanks"] = talk =>
        {
            talk.Member = talk.Member with { Frames = [] };
            talk.Say("house.no_hurry");
        },
        ["why_date"] = talk => Tell(talk, "dated.why"),
        ["why_plan"] = talk => Tell(talk, "plan.why"),
        ["options"] = talk => Machine.Open(talk, "relief"),
        ["redo_id"] = talk => Machine.Open(talk, "I2"),
        ["redo_friend"] = talk => Machine.Open(talk, "S1"),
        ["redo_verified"] = talk => Machine.Open(talk, "I1"),
        ["living"] = talk => Machine.Open(talk, "living"),
        ["child"] = talk =>
        {
            talk.Say("house.child");
            Machine.Open(talk, "forget");
        },
        ["in_english"] = talk => Speak(talk, Language.En),
        ["in_chinese"] = talk => Speak(talk, Language.ZhHans),
        ["cancel"] = Cancel,
    }.ToFrozenDictionary();

    /// <summary>The name of a command without its bot and payload, lower case: “/Start@bot abc” is start.</summary>
    internal static string Name(string text) => text[1..].Split(' ', '\n', '@')[0].ToLowerInvariant();

    internal static void Run(Talk talk, string text)
    {
        if (Known.TryGetValue(Name(text), out var command))
        {
            command(talk);
            return;
        }

        talk.Say("house.unknown_command");
        Saying.Resume(talk);
    }

    /// <summary>A command in words: “when is my next bill”, “别提醒了”. False where none is meant.</summary>
    internal static bool Wished(Talk talk, string text)
    {
        if (Typing.Moments.Declines(Typing.Plain.Of(text)) && talk.Member.Bills.Find(bill => Bills.TypedPayments.IsNamed(talk, bill, Typing.Plain.Of(text))) is { } muted)
        {
            // Of one bill: there it can be muted, and the others go on.
            Machine.Open(talk, "bills.one", ("bill", Bills.Calendar.Number(muted.Id)));
            return true;
        }

        if (Typing.Moments.Declines(Typing.Plain.Of(text)) && Typing.Moments.Ahead(Typing.Plain.Of(text)))
        {
            // Other days are wished for, and not that all is quiet.
            talk.Say("remind.chain");
            Saying.Resume(talk);
            return true;
        }

        if (Zones.Lived(talk.Set, text) is { } zone)
        {
            Machine.Open(talk, "living", ("=living", zone));
            return true;
        }

        if (Checklist.Changes.Item(talk, text) is { } item)
        {
            Machine.Open(talk, item);
            return true;
        }

        if ((Typing.Wishes.Read(text) ?? (Bills.Said.WithoutName(talk, text) is { } general ? Typing.Wishes.Read(general) : null)) is not { } name)
        {
            return false;
        }

        if (name == "bills" && talk.Member.Bills.FindAll(bill => Bills.TypedPayments.IsNamed(talk, bill, Typing.Plain.Of(text))) is [var one])
        {
            Machine.Open(talk, "bills.one", ("bill", Bills.Calendar.Number(one.Id)));
            return true;
        }

        Run(talk, "/" + name);
        return true;
    }

    private static void Speak(Talk talk, Language language)
    {
        talk.Member = talk.Member with { Language = language };
        talk.Happened(EventKinds.Changed, ("what", "language"), ("to", language.Code()));
        Tell(talk, "house.speaking");
    }

    private static void Tell(Talk talk, string key)
    {
        talk.Say(key);
        Saying.Resume(talk);
    }

    private static void Trend(Talk talk)
    {
        if (TrendChart.Of(talk.Member, talk.Today) is { HasScores: false, HasLimits: false })
        {
            talk.Say("trend.nothing");
        }
        else
        {
            talk.Effects.Add(new Effect.Chart(ChartKind.Trend));
        }

        Saying.Resume(talk);
    }

    private static void Start(Talk talk)
    {
        if (talk.Member.Top is not null)
        {
            Tell(talk, "house.back_again");
            return;
        }

        talk.SayWith(
            [[Idle.Command(talk, "check"), Idle.Command(talk, "index")], [Idle.Command(talk, "next"), Idle.Command(talk, "help")]],
            "house.back_again");
    }

    /// <summary>Goes on where the person stands: the open question, an unfinished first session, else the list.</summary>
    private static void Check(Talk talk)
    {
        if (talk.Member.Frames.Exists(frame => frame.Dialog is "first" or "check" or "daily"))
        {
            // Out of a menu first: the list is what was asked for.
            var interrupt = talk.Member.Frames.FindIndex(frame => frame.Interrupt);
            if (interrupt > 0)
            {
                Machine.Leave(talk);
                return;
            }

            Saying.Resume(talk);
            return;
        }

        Machine.Open(talk, talk.Member.HourAsked ? "check" : "first");
    }

    private static void Cancel(Talk talk)
    {
        if (talk.Member.Top is null)
        {
            talk.Say("house.nothing_open");
            return;
        }

        talk.Say("house.cancelled");
        Machine.Leave(talk);
    }

    private static void Pause(Talk talk, Paused paused)
    {
        talk.Member = talk.Member with { Paused = paused };
        talk.Happened(EventKinds.Changed, ("what", "paused"), ("to", paused.ToString()));
    }

    private static void Broadcasts(Talk talk, bool wanted)
    {
        talk.Member = talk.Member with { NoBroadcasts = !wanted };
        talk.Happened(EventKinds.Changed, ("what", "broadcasts"), ("to", wanted ? "on" : "off"));
        if (wanted)
        {
            talk.Say("cast.on_again");
            return;
        }

        talk.SayWith([[new Button("c:broadcasts", talk.Line("cast.button.on"))]], "cast.off");
    }
}
