using Ontime.Emulator;

namespace Ontime.Bench;

using Person = Ontime.Emulator.Person;

/// <summary>Somebody who goes through the conversation by the first button of the newest message that has any.</summary>
internal sealed class Walker(Person person)
{
    /// <summary>Sends the first word and waits for the coach.</summary>
    public async Task BeginAsync()
    {
        person.Say("/start");
        await person.WaitFor(chat => chat.LastMessage is { Keyboard.Count: > 0 });
    }

    /// <summary>Presses, without waiting; null where there is nothing to press and a word was said instead.</summary>
    public Tap? Step()
    {
        if (person.Chat.FromBot.LastOrDefault(message => message.Keyboard.Count > 0) is { } message)
        {
            return person.Tap(message, message.Keyboard[0][0].Data!);
        }

        person.Say("/check");
        return null;
    }

    public Task SettledAsync() => person.SettledAsync();

    /// <summary>Steps and waits until that is answered: by the answer to the tap, or by a further message.</summary>
    public async Task<bool> StepAsync()
    {
        var before = person.Chat.FromBot.Count;
        if (Step() is not { } tap)
        {
            await person.WaitFor(chat => chat.FromBot.Count > before);
            return false;
        }

        await person.WaitFor(_ => tap.Answered);
        return true;
    }
}
