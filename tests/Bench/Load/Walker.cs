using System.Diagnostics;
using Ontime.Emulator;

namespace Ontime.Bench;

using Person = Ontime.Emulator.Person;

/// <summary>Somebody who goes through the first session by taps: ticks are left as they are, any other question gets its first answer.</summary>
internal sealed class Walker(Person person)
{
    /// <summary>What the last question of the session offers: no question follows it.</summary>
    public const string Last = "=09:00";

    /// <summary>How many taps lead there.</summary>
    public const int Taps = 13;

    private ChatMessage _question = null!;

    /// <summary>False at the last question.</summary>
    public bool Asked => !_question.Keyboard[0][0].Data!.EndsWith(Last, StringComparison.Ordinal);

    /// <summary>From the first word past language and consent to the first question.</summary>
    public async Task BeginAsync()
    {
        person.Say("/start");
        _question = Newest(await person.WaitFor(chat => Newest(chat) is not null))!;
        while (!IsQuestion(_question))
        {
            await TapAsync();
        }
    }

    /// <summary>Answers the question.</summary>
    /// <returns>Milliseconds until the tap is answered and the next question stands there.</returns>
    public async Task<double> TapAsync()
    {
        var buttons = _question.Keyboard.SelectMany(row => row).ToList();
        var button = buttons.Find(button => button.Data!.EndsWith(":~done", StringComparison.Ordinal)) ?? buttons[0];
        var began = Stopwatch.GetTimestamp();
        var tap = person.Tap(_question, button.Data!);
        await person.WaitFor(chat => tap.Answered && Newest(chat) is { } newest && newest.Keyboard[0][0] != _question.Keyboard[0][0]);
        var took = Stopwatch.GetElapsedTime(began);
        _question = Newest(person.Chat)!;
        return took.TotalMilliseconds;
    }

    private static bool IsQuestion(ChatMessage message) => message.Keyboard[0][0].Data!.StartsWith('q');

    /// <summary>The newest message with buttons; one that was agreed to (“change the time”) is not looked at again.</summary>
    private static ChatMessage? Newest(Chat chat) => chat.FromBot.LastOrDefault(message => message.Keyboard.Count > 0);
}
