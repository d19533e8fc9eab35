using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Dialogs;
using Ontime.Storage;
using Ontime.Words;
using Spectre.Console;

namespace Ontime.Bot.TerminalChat;

/// <summary><c>chat</c>: the whole coach in the terminal.</summary>
internal static class ChatVerb
{
    /// <summary>The zone of a person of whom none is known yet.</summary>
    public static readonly DateTimeZone Home = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <param name="File">Null: in memory.</param>
    /// <param name="Language">Null: as the environment says.</param>
    /// <param name="At">Null: now, and the clock runs.</param>
    public sealed record Wish(string? File, Language? Language, LocalDateTime? At);

    public static async Task<int> RunAsync(Wish wish, DialogSet dialogs, Settings settings, TimeProvider time, Terminal terminal, ILogger log, CancellationToken stop)
    {
        await using var store = wish.File is { } file ? await Store.OpenAsync(file, settings.Seal, stop) : Store.InMemory();
        if (await store.OwnerAsync(stop) is { } bot)
        {
            // What the bot's people wait for would be told here, and whoever talks here would stand among them.
            throw new StoreException($"The store {wish.File} belongs to bot {bot}. Name another file after --store, or leave that away.");
        }

        var clock = wish.At is { } at
            ? new SetClock(at.InZoneLeniently(Home).ToInstant(), null)
            : new SetClock(time.Now(), time);
        var language = wish.Language ?? Languages.Nearest(Environment.GetEnvironmentVariable("LANG")?.Replace('_', '-'));
        var began = clock.Now.InZone(Home).LocalDateTime;
        var recording = new Recording(language, began, Home.Id);

        var (door, records, decided) = (new Door(), new Records(), new List<OutboxRow>());
        var renderer = new Renderer(dialogs);
        var charts = new Charts.Charts(store, () => dialogs, () => clock.Now, null, (wanted, _) => Task.FromResult<Language?>(wanted));
        var screen = new Screen(renderer, new Documents(store, () => dialogs, () => clock.Now).OfAsync, charts);
        var coach = new Coach(dialogs, new Operator(settings.Operator.Name, settings.Operator.Contact, null));
        var turns = new Turns(store, new Shelf(new Book(null, dialogs, coach.Handle), read: null), door, records, committed => decided.AddRange(committed.Rows), clock, log).RunAsync(stop);
        var conversation = new Conversation(store, door, decided, screen, terminal, clock, recording, language.Code());

        if (terminal.Interactive)
        {
            terminal.Note("准点 / Ontime in the terminal. /start begins, :help explains, :quit ends.");
        }

        while (await terminal.ReadAsync(stop) is { } line && await conversation.TakeAsync(line, stop))
        {
            await conversation.WakeUntilAsync(clock.Now, stop);
        }

        door.Close();
        await turns;
        return 0;
    }

    /// <summary>Colours only where a person looks: neither end is a pipe.</summary>
    public static Terminal Here() => Console.IsInputRedirected || Console.IsOutputRedirected
        ? new Terminal(Console.In, Console.Out, null)
        : new Terminal(Console.In, Console.Out, AnsiConsole.Console);
}
