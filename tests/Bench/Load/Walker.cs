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

    private ChatMessage? _question;

    /// <summary>False at the last question.</summary>
    public bool Asked => !_question!.Keyboard[0][0].Data!.EndsWith(Last, StringComparison.Ordinal);

    /// <summary>From the first word past language and consent to the first question.</summary>
    public async Task BeginAsync()
    {
        person.Say("/start");
        await NextAsync(static () => true);
        while (!IsQuestion(_question!))
        {
            await TapAsync();
        }
    }

    /// <summary>Answers the question.</summary>
    /// <returns>Milliseconds until the tap is answered and the next question stands there.</returns>
    public async Task<double> TapAsync()
    {
        var buttons = _question!.Keyboard.SelectMany(row => row).ToList();
        var button = buttons.Find(button => button.Data!.EndsWith(":~done", StringComparison.Ordinal)) ?? buttons[0];
        var began = Stopwatch.GetTimestamp();
        var tap = person.Tap(_question, button.Data!);
        await NextAsync(() => tap.Answered);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Seen while the chat holds still: a moment later the edit that ends a question may have taken its buttons.</summary>
    private async Task NextAsync(Func<bool> answered)
    {
        var before = _question?.Keyboard[0][0];
        await person.WaitFor(chat =>
        {
            if (!answered() || Newest(chat) is not { } newest || newest.Keyboard[0][0] == before)
            {
                return false;
            }

            _question = newest;
            return true;
        });
    }

    private static bool IsQuestion(ChatMessage message) => message.Keyboard[0][0].Data!.StartsWith('q');

    /// <summary>The newest message with buttons; one that was agreed to (“change the time”) is not looked at again.</summary>
    private static ChatMessage? Newest(Chat chat) => chat.FromBot.LastOrDefault(message => message.Keyboard.Count > 0);
}
