using Ontime.Emulator;

namespace Ontime.Bench.Chaos;

using Person = Ontime.Emulator.Person;

/// <summary>Somebody who presses whatever is there and says this and that, through everything.</summary>
internal sealed class Wanderer(Person person, Random dice)
{
    private static readonly string[] Words =
        ["/start", "/check", "/index", "/bills", "Huabei 10th", "昨天还了", "/score", "700", "/plan", "no", "是", "skip", "/next", "/upcoming", "/log", "/capacity", "5", "31号", "/settings", "/pause", "/resume"];

    public int Done { get; private set; }

    public async Task WalkAsync(CancellationToken enough)
    {
        person.Say("/start");
        while (!enough.IsCancellationRequested)
        {
            await Task.Delay(dice.Next(100, 600), CancellationToken.None);
            Done++;
            if (dice.Next(4) > 0 && person.Chat.FromBot.LastOrDefault(message => message.Keyboard.Count > 0) is { } message)
            {
                var buttons = message.Keyboard.SelectMany(row => row).ToList();
                person.Tap(message, buttons[dice.Next(buttons.Count)].Data!);
            }
            else
            {
                person.Say(Words[dice.Next(Words.Length)]);
            }
        }
    }

    /// <summary>Whoever walked into a corner must be able to go on.</summary>
    public async Task AskAsync()
    {
        await person.SettledAsync();
        var before = person.Chat.FromBot.Count;
        person.Say("/help");
        await person.WaitFor(chat => chat.FromBot.Count > before);
    }
}
