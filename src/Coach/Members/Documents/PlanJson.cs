using System.Text.Json;
using NodaTime;
using Ontime.Plan;

namespace Ontime.Members.Documents;

/// <summary>
/// The six months: “s” the first day, “m” the month reached, “p” the months passed, “t” the steps ticked and when, “b” score, limit and share as first known,
/// “f” the step put first, “r” when the review was offered, “o” what it settled.
/// </summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, SixMonths? plan, Moments since)
    {
        if (plan is null)
        {
            return;
        }

        json.WriteStartObject("six");
        Days.Write(json, "s", plan.Start);
        json.WriteNumber("m", plan.Month);
        Keys.Texts(json, "p", plan.Passed);
        Keys.Moments(json, "t", plan.Ticked, since);
        AnswerLine.Write(json, "b", plan.Before, since);
        Keys.Text(json, "f", plan.Focus);
        Days.Write(json, "r", plan.ReviewTold);
        Keys.Text(json, "o", plan.Outcome);
        json.WriteEndObject();
    }

    public static SixMonths Read(ref Utf8JsonReader json, Moments since)
    {
        var plan = SixMonths.From(default);
        Span<char> key = stackalloc char[Keys.Longest];
        Keys.Start(ref json, JsonTokenType.StartObject);
        while (Keys.Next(ref json, key) is >= 0 and var length)
        {
            switch (key[..length])
            {
                case "s":
                    plan = plan with { Start = Days.Read(ref json) };
                    break;
                case "m":
                    plan = plan with { Month = json.GetInt32() };
                    break;
                case "p":
                    plan = plan with { Passed = [.. Keys.Texts(ref json)] };
                    break;
                case "t":
                    plan = plan with { Ticked = Keys.Map(ref json, since, Rows.Moment) };
                    break;
                case "b":
                    plan = plan with { Before = AnswerLine.Read(ref json, since) };
                    break;
                case "f":
                    plan = plan with { Focus = json.GetString() };
                    break;
                case "r":
                    plan = plan with { ReviewTold = Days.Read(ref json) };
                    break;
                case "o":
                    plan = plan with { Outcome = json.GetString() };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return plan;
    }

    /// <summary>The check-in: “d” its day where it is another than usual, “x” where it is off, “on” the last one, “r” what was shown then.</summary>
    public static void Write(Utf8JsonWriter json, CheckIn? checkIn)
    {
        if (checkIn is null)
        {
            return;
        }

        json.WriteStartObject("ci");
        Keys.Number(json, "d", checkIn.Day, CheckIn.Usual);
        Keys.Number(json, "x", checkIn.Off ? 1 : 0);
        Days.Write(json, "on", checkIn.On);
        if (checkIn.Readiness is { } readiness)
        {
            json.WriteNumber("r", readiness);
        }

        json.WriteEndObject();
    }

    public static CheckIn CheckInOf(ref Utf8JsonReader json)
    {
        var checkIn = new CheckIn();
        Span<char> key = stackalloc char[Keys.Longest];
        Keys.Start(ref json, JsonTokenType.StartObject);
        while (Keys.Next(ref json, key) is >= 0 and var length)
        {
            switch (key[..length])
            {
                case "d":
                    checkIn = checkIn with { Day = json.GetInt32() };
                    break;
                case "x":
                    checkIn = checkIn with { Off = json.GetInt32() != 0 };
                    break;
                case "on":
                    checkIn = checkIn with { On = Days.Read(ref json) };
                    break;
                case "r":
                    checkIn = checkIn with { Readiness = json.GetInt32() };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return checkIn;
    }
}
