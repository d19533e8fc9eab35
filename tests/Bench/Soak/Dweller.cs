using Ontime.Emulator;

namespace Ontime.Bench.Soak;

using Person = Ontime.Emulator.Person;

/// <summary>Somebody of the town: joins, comes by now and then, does a little of everything, and leaves some day without a trace.</summary>
internal sealed class Dweller(Person person, Random dice)
{
    /// <summary>As many taps lead past language and consent into the first questions.</summary>
    private const int Joining = 4;

    private static readonly string[] Words =
    [
        "/start", "/check", "/index", "/bills", "/bills", "Huabei 10th", "花呗 每月9号", "招行信用卡 25号", "paid Huabei", "昨天还了", "还了1200", "paid 500", "/score", "702", "/trend", "/plan",
        "no", "是", "skip", "/next", "/upcoming", "/log", "/capacity", "5", "31号", "/settings", "21:00", "/pause", "/resume", "/why", "/how", "/privacy", "/help", "后天", "thanks", "/cancel",
    ];

    private static readonly string[] EraseAll = ["Erase all", "全部删掉"];

    private int _taps;
    private bool _greeted;

    /// <summary>True while the bot is blocked.</summary>
    public bool Away { get; private set; }

    public void Act(Group group)
    {
        if (!_greeted)
        {
            _greeted = true;
            person.Say("/start");
        }
        else if (_taps++ < Joining)
        {
            Tap(newest: true);
        }
        else
        {
            Anything(group);
        }
    }

    /// <summary>Blocks the bot, or comes back.</summary>
    public void Turn()
    {
        if (Away)
        {
            person.Unblock();
        }
        else
        {
            person.Block();
        }

        Away = !Away;
    }

    /// <summary>The first step asks, the second erases. True: it is done.</summary>
    public bool Leave()
    {
        if (Array.Find(EraseAll, label => person.Button(label) is not null) is { } sure)
        {
            person.Tap(sure);
            return true;
        }

        person.Say("/forget");
        return false;
    }

    private void Anything(Group group)
    {
        switch (dice.Next(100))
        {
            case < 45:
                Tap(newest: true);
                break;
            case < 50:
                Tap(newest: false);
                break;
            case < 65:
                Pay();
                break;
            case < 66:
                person.Say("/export");
                break;
            case < 67:
                person.SendSticker();
                break;
            case < 68:
                person.SendVoice();
                break;
            case < 69:
                person.SayIn(group, "@ontime_test_bot /help");
                break;
            default:
                person.Say(Words[dice.Next(Words.Length)]);
                break;
        }
    }

    private void Tap(bool newest)
    {
        var asked = person.Chat.FromBot.Where(message => message.Keyboard.Count > 0).TakeLast(newest ? 1 : 8).ToList();
        if (asked.Count == 0)
        {
            person.Say("/check");
            return;
        }

        var message = asked[dice.Next(asked.Count)];
        var buttons = message.Keyboard.SelectMany(row => row).Where(button => button.Data is not null && !EraseAll.Contains(button.Label)).ToList();
        if (buttons.Count > 0)
        {
            person.Tap(message, (_taps <= Joining ? buttons[0] : buttons[dice.Next(buttons.Count)]).Data!);
        }
    }

    /// <summary>Presses what a reminder offers first.</summary>
    private void Pay()
    {
        var reminder = person.Chat.FromBot.LastOrDefault(message => message.Keyboard.Any(row => row.Any(button => button.Data?.StartsWith('d') == true)));
        if (reminder is not null)
        {
            person.Tap(reminder, reminder.Keyboard.SelectMany(row => row).First(button => button.Data?.StartsWith('d') == true).Data!);
        }
        else
        {
            person.Say("/upcoming");
        }
    }
}
