using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Ontime.Bills;
using Ontime.Checklist;
using Ontime.Plan;
using Ontime.Reminders;
using Ontime.Scores;
using Ontime.Usage;

namespace Ontime.Members.Documents;

/// <summary>Reads version 3 of the document; <see cref="Writer"/> says what its keys mean. A key of a later program is passed over.</summary>
internal static class Reader
{
    /// <param name="json">Stands behind the version.</param>
    public static Member Read(ref Utf8JsonReader json, Kept kept)
    {
        Span<char> key = stackalloc char[Keys.Longest];
        if (Keys.Next(ref json, key) != 1 || key[0] != 'j')
        {
            throw new JsonException("When the person joined must stand first.");
        }

        var joined = Moments.Unix.Read(ref json);
        var since = Moments.Of(joined);
        Language? language = null;
        string? name = null;
        var zone = Zones.Usual;
        var switches = "";
        LocalTime? hour = null, quietFrom = null, quietTo = null;
        Instant? amounts = null, ban = null, support = null, quietUntil = null, input = null, unasked = null;
        Instant? returned = null, retention = null, nudged = null, lesson = null, offered = null;
        var paused = Paused.No;
        int? figure = null, answered = null, lastBill = null;
        var (asked, milestone, halved, ignored, questions, lessons) = (0, 0, 0, 0, 0, 0);
        LocalDate? questionsOn = null, rest = null;
        Relief? relief = null;
        SixMonths? plan = null;
        CheckIn? checkIn = null;
        var answers = ImmutableSortedDictionary<string, Answer>.Empty;
        var passed = ImmutableSortedDictionary<string, Instant>.Empty;
        var dates = ImmutableSortedDictionary<string, LocalDate>.Empty;
        ImmutableList<Frame> frames = [];
        ImmutableList<IfThen> plans = [];
        ImmutableList<Bill> bills = [];
        ImmutableList<PaidMonth> months = [];
        ImmutableList<Logged> scores = [], limits = [];
        ImmutableList<Use> uses = [];
        ImmutableList<Instant> spoken = [], nudges = [];
        ImmutableList<ToldTogether> together = [];
        while (Keys.Next(ref json, key) is >= 0 and var length)
        {
            switch (key[..length])
            {
                case "l": language = Languages.Parse(json.GetString()); break;
                case "n": name = json.GetString(); break;
                case "z": zone = Keys.Words(ref json); break;
                case "s": switches = Keys.Words(ref json); break;
                case "h": hour = Keys.Time(ref json); break;
                case "am": amounts = since.Read(ref json); break;
                case "p": paused = Enum.TryParse<Paused>(json.GetString(), out var how) && Enum.IsDefined(how) ? how : throw new JsonException("No pause here."); break;
                case "ban": ban = since.Read(ref json); break;
                case "fig": figure = json.GetInt32(); break;
                case "sup": support = since.Read(ref json); break;
                case "qu": quietUntil = since.Read(ref json); break;
                case "r": relief = ReliefJson.Read(ref json, since); break;
                case "f": frames = FrameJson.Read(ref json, since); break;
                case "q": asked = json.GetInt32(); break;
                case "qa": answered = json.GetInt32(); break;
                case "a": answers = AnswerLine.Read(ref json, since); break;
                case "x": passed = Keys.Map(ref json, since, Rows.Moment); break;
                case "pl": plans = Rows.Read(ref json, since, Rows.Plan); break;
                case "b": bills = BillJson.Read(ref json, since); break;
                case "lb": lastBill = json.GetInt32(); break;
                case "m": months = Rows.Read(ref json, since, Rows.Month); break;
                case "sc": scores = Rows.Read(ref json, since, Rows.Logged); break;
                case "li": limits = Rows.Read(ref json, since, Rows.Logged); break;
                case "us": uses = Rows.Read(ref json, since, Rows.Use); break;
                case "ms": milestone = json.GetInt32(); break;
                case "qf": quietFrom = Keys.Time(ref json); break;
                case "qt": quietTo = Keys.Time(ref json); break;
                case "sp": spoken = Keys.Moments(ref json, since); break;
                case "to": together = Rows.Read(ref json, since, Rows.Together); break;
                case "nu": nudges = Keys.Moments(ref json, since); break;
                case "hv": halved = json.GetInt32(); break;
                case "in": input = since.Read(ref json); break;
                case "un": unasked = since.Read(ref json); break;
                case "ig": ignored = json.GetInt32(); break;
                case "qo": questionsOn = Days.Read(ref json); break;
                case "qn": questions = json.GetInt32(); break;
                case "ru": rest = Days.Read(ref json); break;
                case "re": returned = since.Read(ref json); break;
                case "rt": retention = since.Read(ref json); break;
                case "dt": dates = Keys.Map(ref json, since, static (ref json, _) => Days.Read(ref json)); break;
                case "ng": nudged = since.Read(ref json); break;
                case "ls": lessons = json.GetInt32(); break;
                case "la": lesson = since.Read(ref json); break;
                case "six": plan = PlanJson.Read(ref json, since); break;
                case "po": offered = since.Read(ref json); break;
                case "ci": checkIn = PlanJson.CheckInOf(ref json); break;
                default: json.Skip(); break;
            }
        }

        return new Member
        {
            ChatId = kept.ChatId,
            Version = kept.Version,
            DueAt = kept.DueAt,
            Joined = joined,
            Language = language ?? throw new JsonException("A person without a language."),
            LastInput = input ?? throw new JsonException("A person who never said anything."),
            Name = name,
            Zone = zone,
            ZoneAsked = switches.Contains('z'),
            Hour = hour,
            HourAsked = switches.Contains('h'),
            Amounts = amounts,
            Paused = paused,
            Reachable = !switches.Contains('u'),
            Banned = ban is { } banned ? new Ban(banned, switches.Contains('x')) : null,
            Figure = figure,
            Support = support,
            QuietUntil = quietUntil,
            TipsSilent = switches.Contains('t'),
            Relief = relief,
            Frames = frames,
            Asked = asked,
            Answered = answered ?? asked,
            Answers = answers,
            Passed = passed,
            Plans = plans,
            Bills = bills,
            LastBill = lastBill ?? (bills is [.., var last] ? last.Id : 0),
            Months = months,
            Scores = scores,
            Limits = limits,
            Uses = uses,
            Milestone = milestone,
            QuietFrom = quietFrom,
            QuietTo = quietTo,
            AmountsInReminders = switches.Contains('a'),
            Spoken = spoken,
            Together = together,
            Nudges = nudges,
            NoBroadcasts = switches.Contains('b'),
            Halved = halved,
            HalvingSaid = switches.Contains('s'),
            LastUnasked = unasked,
            Ignored = ignored,
            QuestionsOn = questionsOn,
            QuestionsToday = questions,
            RestUntil = rest,
            Returned = returned,
            RetentionTold = retention,
            DatesTold = dates,
            Nudged = nudged,
            LessonsShown = lessons,
            LessonAt = lesson,
            SixMonths = plan,
            PlanOffered = offered,
            CheckIn = checkIn,
        };
    }
}
