using Ontime.Dialogs;

namespace Ontime.Bot.Tests.Host;

using Person = Ontime.Emulator.Person;

/// <summary>Every command and every kind of message of the shipped coach, against a server that refuses whatever Telegram would.</summary>
public sealed class EveryCommandTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-hans")]
    public async Task B27_Every_request_passes_the_check_of_a_strict_server(string language)
    {
        var (set, faults) = DialogFolder.Load(DialogFolder.Default());
        faults.ShouldBeEmpty();
        await using var run = await HostRun.StartAsync(dialogs: set);
        var lin = run.Emulator.Person("<b>&\"林\u202E</b>", 1, language);
        await lin.SayAsync("/start");
        await PressFirst(lin, 2);

        foreach (var command in Commands.Menu.Where(command => command is not "forget"))
        {
            await lin.SayAsync($"/{command}");
            await PressFirst(lin, 1);
        }

        foreach (var words in new[] { "花呗 10号", "Huabei 10th 1200", "110101199003077758", "a fee of 300 to raise my limit", "手续费", "我不想活了", "blah <i>", "/nothing" })
        {
            await lin.SayAsync(words);
        }

        lin.SendPhoto([1, 2, 3], "");
        lin.SendLocation(31.2, 121.5);
        await lin.SayAsync("/forget");
        await PressFirst(lin, 1);

        // Not by chance: each kind of request the coach has was among them.
        var methods = run.Emulator.Journal.Calls.Select(call => call.Method).Distinct().ToList();
        foreach (var method in new[] { "sendMessage", "editMessageText", "editMessageReplyMarkup", "answerCallbackQuery", "deleteMessage", "sendDocument" })
        {
            methods.ShouldContain(method);
        }

        await run.EndAsync();
    }

    private static async Task PressFirst(Person person, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var message = person.Chat.FromBot.LastOrDefault(message => message.Keyboard.Count > 0);
            if (message is not null)
            {
                (await person.TapAsync(message, message.Keyboard[0][0].Data!)).Answered.ShouldBeTrue();
            }
        }
    }
}
