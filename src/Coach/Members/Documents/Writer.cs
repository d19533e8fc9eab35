using System.Text.Json;

namespace Ontime.Members.Documents;

/// <summary>
/// Writes version 3 of the document. Its keys are short, since there may be a million of them: beside each stands what it is. What the row holds
/// beside the document (chat id, version, the next moment due), what is empty and what is as usual is left out; <see cref="Reader"/> puts it back.
/// Moments are seconds after the person joined (<see cref="Moments"/>), dates are numbers (<see cref="Days"/>).
/// </summary>
internal static class Writer
{
    public static void Write(Utf8JsonWriter json, Member member)
    {
        var since = Moments.Of(member.Joined);
        json.WriteStartObject();
        json.WriteNumber("v", MemberCodec.Version);
        Moments.Unix.Write(json, "j", member.Joined);
        json.WriteString("l", member.Language.Code());
        Keys.Text(json, "n", member.Name);
        if (member.Zone != Zones.Usual)
        {
            json.WriteString("z", member.Zone);
        }

        Keys.Text(json, "s", Switches.Of(member));
        Person(json, member, since);
        FrameJson.Write(json, member.Frames, since);
        Keys.Number(json, "q", member.Asked);
        Keys.Number(json, "qa", member.Answered, member.Asked);
        AnswerLine.Write(json, "a", member.Answers, since);
        Keys.Moments(json, "x", member.Passed, since);
        Rows.Write(json, "pl", member.Plans, since, Rows.Write);
        BillJson.Write(json, member.Bills, since);
        Keys.Number(json, "lb", member.LastBill, member.Bills is [.., var last] ? last.Id : 0);
        Rows.Write(json, "m", member.Months, since, Rows.Write);
        Rows.Write(json, "sc", member.Scores, since, Rows.Write);
        Rows.Write(json, "li", member.Limits, since, Rows.Write);
        Rows.Write(json, "us", member.Uses, since, Rows.Write);
        Keys.Number(json, "ms", member.Milestone);
        Speaking(json, member, since);
        PlanJson.Write(json, member.SixMonths, since);
        since.Write(json, "po", member.PlanOffered);
        PlanJson.Write(json, member.CheckIn);
        json.WriteEndObject();
    }

    private static void Person(Utf8JsonWriter json, Member member, Moments since)
    {
        Keys.Time(json, "h", member.Hour);
        since.Write(json, "am", member.Amounts);
        if (member.Paused != Paused.No)
        {
            json.WriteString("p", member.Paused.ToString());
        }

        since.Write(json, "ban", member.Banned?.At);
        if (member.Figure is { } figure)
        {
            json.WriteNumber("fig", figure);
        }

        since.Write(json, "sup", member.Support);
        since.Write(json, "qu", member.QuietUntil);
        ReliefJson.Write(json, "r", member.Relief, since);
    }

    /// <summary>When the coach spoke, and when it may.</summary>
    private static void Speaking(Utf8JsonWriter json, Member member, Moments since)
    {
        Keys.Time(json, "qf", member.QuietFrom);
        Keys.Time(json, "qt", member.QuietTo);
        Keys.Moments(json, "sp", member.Spoken, since);
        Rows.Write(json, "to", member.Together, since, Rows.Write);
        Keys.Moments(json, "nu", member.Nudges, since);
        Keys.Number(json, "hv", member.Halved);
        since.Write(json, "in", member.LastInput);
        since.Write(json, "un", member.LastUnasked);
        Keys.Number(json, "ig", member.Ignored);
        Days.Write(json, "qo", member.QuestionsOn);
        Keys.Number(json, "qn", member.QuestionsToday);
        Days.Write(json, "ru", member.RestUntil);
        since.Write(json, "re", member.Returned);
        since.Write(json, "rt", member.RetentionTold);
        if (!member.DatesTold.IsEmpty)
        {
            json.WriteStartObject("dt");
            foreach (var (step, date) in member.DatesTold)
            {
                Days.Write(json, step, date);
            }

            json.WriteEndObject();
        }

        since.Write(json, "ng", member.Nudged);
        Keys.Number(json, "ls", member.LessonsShown);
        since.Write(json, "la", member.LessonAt);
    }
}
