using NodaTime;
using Ontime.Bot;
using Ontime.Emulator;
using Ontime.Storage;

namespace Ontime.Bench.Chaos;

/// <summary>After the end everybody has one more question answered: whoever is known sets the hour of the check-ins, whoever is not is greeted.</summary>
internal static class GoingOn
{
    private const string Hour = ":hour";

    /// <returns>The hour that was said; null for a stranger.</returns>
    public static async Task<LocalTime?> AskAsync(Diary diary, bool known, Random dice)
    {
        var chat = diary.Person.Chat;
        await diary.Person.SettledAsync();
        var before = Last(chat);
        await diary.SayAsync(known ? "/settings" : "/start");
        if (!known)
        {
            await chat.WaitFor(_ => Last(chat) > before);
            return null;
        }

        await chat.WaitFor(_ => Card(chat, before) is not null);
        await diary.Person.SettledAsync();
        before = Last(chat);
        var (card, data) = Card(chat, 0)!.Value;
        await diary.TapAsync(card, data);
        await chat.WaitFor(_ => Last(chat) > before);
        var hour = new LocalTime(dice.Next(8, 22), dice.Next(60));
        await diary.SayAsync(hour.ToString("H:mm", null));
        await diary.Person.SettledAsync();
        return hour;
    }

    public static async Task<string?> CheckAsync(Store store, long who, LocalTime? hour) =>
        hour is null || (await store.MemberAsync(who, CancellationToken.None) is { } row && row.Member().Hour == hour)
            ? null
            : $"{who}: cannot go on: the hour {hour} was not taken";

    private static int Last(Chat chat) => chat.FromBot is [.., var last] ? last.Id : 0;

    private static (ChatMessage Message, string Data)? Card(Chat chat, int after) => chat.FromBot.Where(message => message.Id > after)
        .SelectMany(message => message.Keyboard.SelectMany(row => row).Select(button => (message, button.Data))).Where(one => one.Data?.EndsWith(Hour, StringComparison.Ordinal) == true)
        .Select(one => ((ChatMessage, string)?)(one.message, one.Data!)).LastOrDefault();
}
