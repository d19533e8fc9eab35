using Ontime.Emulator;

namespace Ontime.Bench.Chaos;

/// <summary>Somebody who presses whatever is there, old buttons too, and says this and that, through everything the coach has.</summary>
internal sealed class Wanderer(Diary diary, Rest rest, Random dice, bool chinese, TimeSpan pace)
{
    private static readonly string[] Words =
    [
        "/start", "/check", "/index", "/next", "/bills", "/upcoming", "/calendar", "/log", "/capacity", "/score", "/limit", "/trend", "/plan", "/how", "/edit", "/settings", "/pause",
        "/resume", "/export", "/privacy", "/forget", "/help", "/cancel", "/about", "Huabei 25th", "花呗 28号", "Rent 1st", "招行信用卡 5号", "Jiebei 27th", "昨天还了", "paid yesterday", "paid Huabei", "花呗还了", "700", "72%", "30000", "5",
        "31号", "8:30", "晚上九点", "2026-12-05", "no", "是", "skip", "back", "why", "undo", "跳过", "下个月5号", "三千五", "Berlin", "我撑不下去了", "安全账户", "thanks", "11010519491231002X",
    ];

    public int Done { get; private set; }

    public async Task WalkAsync(CancellationToken enough)
    {
        await diary.SayAsync("/start");
        while (!enough.IsCancellationRequested)
        {
            await rest.PassAsync(() => diary.Person.SettledAsync());
            await Task.Delay(pace * (0.5 + dice.NextDouble()), CancellationToken.None);
            if (dice.Next(3) == 0)
            {
                // Most look before they go on; the others run ahead.
                await diary.Person.SettledAsync();
            }

            await StepAsync();
            Done++;
        }

        await diary.Person.SettledAsync();
    }

    private async Task StepAsync()
    {
        var open = diary.Person.Chat.FromBot.Where(message => message.Keyboard.Count > 0).TakeLast(6).ToList();
        if (Greeting(open) is var (card, agree))
        {
            await diary.TapAsync(card, agree);
        }
        else if (dice.Next(3) == 0 && Deed(open) is var (reminder, paid))
        {
            await diary.TapAsync(reminder, paid);
        }
        else if (open.Count > 0 && dice.Next(10) < 7)
        {
            var message = dice.Next(8) == 0 ? open[dice.Next(open.Count)] : open[^1];
            var buttons = message.Keyboard.SelectMany(row => row).Select(button => button.Data).OfType<string>().ToList();
            await diary.TapAsync(message, buttons[dice.Next(buttons.Count)]);
        }
        else
        {
            await diary.SayAsync(Words[dice.Next(Words.Length)]);
        }
    }

    /// <summary>The “paid” of a reminder that still has its buttons.</summary>
    private static (ChatMessage Message, string Data)? Deed(List<ChatMessage> open) => open
        .SelectMany(message => message.Keyboard.SelectMany(row => row).Select(button => (message, button.Data)))
        .Where(one => one.Data is ['d', ..] && one.Data.EndsWith(":paid", StringComparison.Ordinal)).Select(one => ((ChatMessage, string)?)(one.message, one.Data!)).LastOrDefault();

    /// <summary>Strangers mostly go in, or most of the run would be spent before the door.</summary>
    private (ChatMessage Message, string Data)? Greeting(List<ChatMessage> open)
    {
        if (open.Count == 0 || dice.Next(4) == 0)
        {
            return null;
        }

        string[] labels = chinese ? ["开始", "我已满18岁，同意"] : ["Start", "I’m 18+ and I agree"];
        return open[^1].Keyboard.SelectMany(row => row).FirstOrDefault(button => labels.Contains(button.Label)) is { Data: { } data } ? (open[^1], data) : null;
    }
}
