namespace Ontime.Emulator;

/// <summary>answerCallbackQuery.</summary>
internal static class Answering
{
    private const string TooOld = "query is too old and response timeout expired or query ID is invalid";

    public static string Answer(World world, Call call)
    {
        var tap = world.Taps.Find(call["callback_query_id"]!);
        if (tap is null || world.Taps.Expired(tap))
        {
            throw Refused.Bad(TooOld);
        }

        if (tap.Answered && !tap.AnswerLost)
        {
            throw Refused.Bad(TooOld + " (it was answered before)");
        }

        (tap.Answered, tap.AnswerLost) = (true, false);
        (tap.Toast, tap.Alert) = (call["text"], call.Given.Is("show_alert"));
        world.Taps.Close(tap);
        return "true";
    }
}
