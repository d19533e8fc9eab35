using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Ontime;
using Ontime.Bot;
using Ontime.Bot.TerminalChat;
using Ontime.Bot.Verbs;
using Ontime.Dialogs;
using Ontime.Storage;

// The one place that chooses the clock and the dice.
#pragma warning disable RS0030
var time = TimeProvider.System;
Func<double> jitter = Random.Shared.NextDouble;
#pragma warning restore RS0030

var (settings, faults) = SettingsReader.Read(Sources.Read(Sources.Folders));

var file = new Option<string?>("--store") { Description = "Keep the conversation in this file; without it in memory." };
var language = new Option<string?>("--lang") { Description = "zh-Hans or en." };
var at = new Option<string?>("--at") { Description = "Set the clock, local time in Shanghai: 2026-11-22T12:00." };
var update = new Option<bool>("--update") { Description = "Write down what the coach says now, instead of comparing." };
var dialog = new Argument<string?>("DIALOG") { Arity = ArgumentArity.ZeroOrOne, Description = "One dialog; without it all." };
var chatId = new Argument<long>("CHAT") { Description = "The numeric chat id." };
var copy = new Argument<string>("FILE") { Description = "The backup, one SQLite file." };
language.AcceptOnlyFromAmong("zh-Hans", "en");
at.Validators.Add(result =>
{
    if (result.Tokens is [var token] && Moment(token.Value) is null)
    {
        result.AddError($"--at: “{token.Value}” is no local time from 1970 to 2199. Write it like 2026-11-22T12:00.");
    }
});

var root = new RootCommand("准点 / Ontime, a coach for a person's own credit habits. Without a verb: run.");
root.SetAction((_, stop) => RunAsync(stop));
Add("run", "The bot in Telegram; in a terminal without a token: chat.", (_, stop) => RunAsync(stop));
Add("chat", "The whole coach in the terminal: no token, no network.", (parsed, stop) => ChatAsync(Wish(parsed), stop), file, language, at);
Add("lint", "Looks for problems in the dialogs.", (_, _) => Ready(() => Proof.Lint(settings!, Console.Out)));
Add("test", "Plays the transcripts of the dialogs.", (parsed, _) =>
    Ready(() => parsed.GetValue(update) ? Proof.Update(settings!, Console.Out) : Proof.Test(settings!, Console.Out)), update);
Add("parse", "Reads JSON lines {\"text\",\"locale\",\"kind\"} and writes each back with its value.", (parsed, _) => Task.FromResult(
    Parse.Run(Console.In, Console.Out, (Moment(parsed.GetValue(at)) ?? Now()).Date)), at);
Add("doctor", "Checks configuration, token, store, dialogs and clock.", (_, stop) => new Doctor(Console.Out, time).RunAsync(settings, faults, stop));
Add("graph", "Draws a dialog as a Mermaid state diagram.", (parsed, _) =>
    Ready(() => Proof.Graph(settings!, parsed.GetValue(dialog), Console.Out, Console.Error))).Arguments.Add(dialog);
Add("export", "Writes everything of one person as JSON and CSV.", (parsed, stop) =>
    ReadyAsync(() => ExportVerb.RunAsync(settings!, parsed.GetValue(chatId), Console.Out, Console.Error, stop))).Arguments.Add(chatId);
Add("backup", "Writes a consistent copy of the store into a new file, while the bot runs.", (parsed, stop) =>
    ReadyAsync(() => BackupVerbs.BackupAsync(settings!, parsed.GetRequiredValue(copy), Console.Out, stop))).Arguments.Add(copy);
Add("restore", "Puts a backup in the place of the store. What was there is kept beside it.", (parsed, stop) =>
    ReadyAsync(() => BackupVerbs.RestoreAsync(settings!, parsed.GetRequiredValue(copy), Console.Out, stop))).Arguments.Add(copy);

try
{
    var wanted = root.Parse(args);
    return wanted.Errors.Count > 0
        ? Refuse([.. wanted.Errors.Select(error => error.Message)])
        : await wanted.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (Exception trouble) when (trouble is StoreException or ListenException or DialogsException)
{
    return Refuse(trouble.Message);
}
catch (Exception fault) when (fault is not OperationCanceledException)
{
    // By type and place only: the words of a fault may be a person's.
    Console.Error.WriteLine($"The program failed: {Place.Of(fault)}");
    return 1;
}

Command Add(string name, string says, Func<ParseResult, CancellationToken, Task<int>> does, params Option[] options)
{
    var verb = new Command(name, says);
    foreach (var option in options)
    {
        verb.Options.Add(option);
    }

    verb.SetAction(does);
    root.Subcommands.Add(verb);
    return verb;
}

Task<int> RunAsync(CancellationToken stop) => ReadyAsync(() =>
{
    if (settings!.Telegram is not null)
    {
        return RunVerb.RunAsync(settings, time, jitter, new LogSink(Console.Out, settings.JsonLog, time), stop);
    }

    if (Console.IsInputRedirected || Console.IsOutputRedirected)
    {
        return Task.FromResult(Refuse("There is no token. Set Telegram:Token or Telegram:TokenFile (in the environment Telegram__Token), or use the verb chat."));
    }

    Console.WriteLine("There is no token, so the coach talks here. With Telegram__Token set it talks in Telegram.");
    return ChatAsync(new ChatVerb.Wish(null, null, null), stop);
});

Task<int> ChatAsync(ChatVerb.Wish wish, CancellationToken stop) => ReadyAsync(async () =>
{
    var dialogs = await DialogFolder.LoadAsync(settings!.DialogsPath);
    return await ChatVerb.RunAsync(wish, dialogs.Set, settings, time, ChatVerb.Here(), new LogSink(Console.Error, settings.JsonLog, time), stop);
});

Task<int> Ready(Func<int> verb) => ReadyAsync(() => Task.FromResult(verb()));

Task<int> ReadyAsync(Func<Task<int>> verb) => settings is null ? Task.FromResult(Refuse([.. faults])) : verb();

ChatVerb.Wish Wish(ParseResult parsed) => new(parsed.GetValue(file), Languages.Parse(parsed.GetValue(language)), Moment(parsed.GetValue(at)));

LocalDateTime Now() => time.Now().InZone(ChatVerb.Home).LocalDateTime;

static LocalDateTime? Moment(string? text) => text is not null && Read(text) is { Year: >= 1970 and < 2200 } moment ? moment : null;

static LocalDateTime? Read(string text) =>
    LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(text) is { Success: true } minute ? minute.Value
    : LocalDateTimePattern.GeneralIso.Parse(text) is { Success: true } second ? second.Value
    : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value.AtMidnight()
    : null;

static int Refuse(params ReadOnlySpan<string> lines)
{
    foreach (var line in lines)
    {
        Console.Error.WriteLine(line);
    }

    return 2;
}
