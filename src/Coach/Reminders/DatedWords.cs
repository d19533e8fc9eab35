using System.Collections.Frozen;
using NodaTime;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Reminders;

/// <summary>Speaks of dates that were given: an ID that runs out, five years that are over, money promised to a friend.</summary>
internal static class DatedWords
{
    private static readonly LocalTime Ten = new(10, 0);

    /// <summary>What a button under it leads to: the item is asked again.</summary>
    private static readonly FrozenDictionary<string, string> Commands = new Dictionary<string, string>
    {
        [Dated.Expiry] = "redo_id",
        [Dated.Friend] = "redo_friend",
        [Dated.Verified] = "redo_verified",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["id_next"] = talk => new Arg.Block(
            Dated.Of(talk.Member, talk.Zone).FirstOrDefault(one => one.Step == Dated.Expiry)?.Next(talk.Today, null) is { } day ? [talk.Line("dated.next", ("date", talk.Date(day)))] : []),
    }.ToFrozenDictionary();

    /// <summary>The next of them and its moment, which is past where it is due by now; null: none.</summary>
    public static (Dated Date, LocalDate Day, Instant At)? Next(Talk talk)
    {
        if (Pace.Silent(talk.Member, talk.Now))
        {
            return null;
        }

        (Dated Date, LocalDate Day)? next = null;
        foreach (var date in Dated.Of(talk.Member, talk.Zone))
        {
            if ((date.Step != Dated.Applications || !Trouble.Is(talk.Member))
                && date.Next(talk.Today, talk.Member.DatesTold.TryGetValue(date.Step, out var told) ? told : null) is { } day
                && (next is null || day < next.Value.Day))
            {
                next = (date, day);
            }
        }

        return next is var (first, on) ? (first, on, Pace.May(talk.Member, Clocks.At(on, Ten, talk.Zone), talk.Now, ownHour: false)) : null;
    }

    /// <returns>False where nothing of the kind is due.</returns>
    public static bool Tell(Talk talk)
    {
        if (Next(talk) is not var (date, day, at) || at > talk.Now)
        {
            return false;
        }

        talk.Member = Pace.Spoke(talk.Member, talk.Now) with { DatesTold = talk.Member.DatesTold.SetItem(date.Step, day) };
        talk.Happened(EventKinds.Told, ("what", "date"), ("step", date.Step));
        var why = Idle.Command(talk, "why_date");
        talk.SayWith([Commands.TryGetValue(date.Step, out var command) ? [Idle.Command(talk, command), why] : [why]], Key(talk, date), ("date", talk.Date(date.On)));
        return true;
    }

    private static string Key(Talk talk, Dated date) => date.Step switch
    {
        Dated.Expiry => "dated.id",
        Dated.Cleared => "dated.cleared",
        Dated.Friend => date.On == talk.Today ? "dated.friend_today" : "dated.friend",
        Dated.Applications => "dated.applications",
        _ => "dated.verified",
    };
}
