using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Ontime.Members;
using Ontime.Storage;
using Ontime.Typing;

namespace Ontime.Bot.TerminalChat;

/// <summary>One person's conversation in the terminal, through the very turns and store of the bot.</summary>
internal sealed class Conversation(Store store, Door door, List<OutboxRow> decided, Screen screen, Terminal terminal, SetClock clock, Recording recording, string? languageCode)
{
    public const long ChatId = 1;
    private const int MostWakes = 1000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Duration Moment = Duration.FromSeconds(5);
    private static readonly LocalDateTimePattern Dated = LocalDateTimePattern.CreateWithInvariantCulture("ddd yyyy-MM-dd HH:mm");
    private readonly Person _person = new(ChatId, null, languageCode);
    private int _queries;

    /// <summary>False at <c>:quit</c>.</summary>
    public async Task<bool> TakeAsync(string line, CancellationToken cancellationToken)
    {
        var text = line.Trim();
        switch (text.Split(' ', 2, StringSplitOptions.TrimEntries))
        {
            case [""]:
                return true;
            case [":quit" or ":q", ..]:
                return false;
            case [":help"]:
                terminal.Note(Help);
                return true;
            case [":state"]:
                await StateAsync(cancellationToken);
                return true;
            case [":skip", var time]:
                await SkipAsync(time, cancellationToken);
                return true;
            case [":record", var file]:
                await RecordAsync(file, cancellationToken);
                return true;
            case [[':', ..], ..]:
                terminal.Note($"There is no {text.Split(' ')[0]} with these words. :help lists what there is.");
                return true;
            default:
                await InputAsync(text, cancellationToken);
                return true;
        }
    }

    /// <summary>Everything that comes unasked until that moment, each at its own.</summary>
    public async Task WakeUntilAsync(Instant moment, CancellationToken cancellationToken)
    {
        for (var wakes = 0; wakes < MostWakes; wakes++)
        {
            var due = await store.DueAsync(moment, 1, cancellationToken);
            if (due.Count == 0)
            {
                break;
            }

            clock.MoveTo(due[0].DueAt);
            await TurnAsync(new Input.Wake(), dated: true, cancellationToken);
        }

        clock.MoveTo(moment);
    }

    private async Task InputAsync(string text, CancellationToken cancellationToken)
    {
        // A person takes a moment to answer: so nothing comes twice at one moment, and a transcript played again is the same.
        clock.Pass(Moment);
        if (Pressed(text) is ({ } bubble, { } button))
        {
            recording.Tap(button.Label);
            await TurnAsync(new Input.Tapped(_person, button.Data, bubble.Id, $"{++_queries}"), dated: false, cancellationToken);
        }
        else
        {
            recording.You(text);
            await TurnAsync(new Input.Said(_person, Cleaned.Text(text), screen.NextId(), clock.Now), dated: false, cancellationToken);
        }
    }

    /// <summary>A letter presses a button of the message whose buttons have letters, a label the newest one of that name. A number never presses.</summary>
    private (Bubble Bubble, Words.RenderedButton Button)? Pressed(string text)
    {
        if (char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
        {
            return null;
        }

        if (screen.Lettered is { } lettered && Letters.Index(text) is { } index && lettered.Buttons.ElementAtOrDefault(index) is { } button)
        {
            return (lettered, button);
        }

        return screen.Find(button => button.Label.Trim().Equals(text, StringComparison.OrdinalIgnoreCase));
    }

    private async Task SkipAsync(string time, CancellationToken cancellationToken)
    {
        if (Waiting.Parse(time) is not { } span)
        {
            terminal.Note($"“{time}” is no time. Write :skip 3d, :skip 12h or :skip 45m.");
            return;
        }

        recording.Wait(time);
        await WakeUntilAsync(clock.Now + span, cancellationToken);
        terminal.Note($"— {await DatedAsync(cancellationToken)} —");
    }

    private async Task TurnAsync(Input input, bool dated, CancellationToken cancellationToken)
    {
        var incoming = new Incoming(ChatId, null, input);
        await door.PutAsync(incoming, cancellationToken);
        await incoming.Done.WaitAsync(cancellationToken);
        foreach (var row in decided)
        {
            var shown = await screen.PlayAsync(row, cancellationToken);
            if (dated && shown.Count > 0)
            {
                terminal.Note($"\n— {await DatedAsync(cancellationToken)} —");
            }

            recording.Coach(shown);
            terminal.Show(shown, screen.Lettered);
        }

        await store.RecordAsync(new Deliveries([.. decided.Select(row => row.Id)], [], []), cancellationToken);
        decided.Clear();
    }

    private async Task StateAsync(CancellationToken cancellationToken)
    {
        var member = await store.MemberAsync(ChatId, cancellationToken);
        terminal.Note(member is null ? "Nothing is kept: there is no member yet." : JsonNode.Parse(MemberCodec.Readable(member.Member()))!.ToJsonString(Indented));
    }

    private async Task RecordAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(file, recording.Write(Path.GetFileNameWithoutExtension(file)), cancellationToken);
            terminal.Note($"Written to {file}.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Note($"{file} cannot be written ({fault.GetType().Name}). Name another file.");
        }
    }

    private async Task<string> DatedAsync(CancellationToken cancellationToken)
    {
        var row = await store.MemberAsync(ChatId, cancellationToken);
        var zone = row is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(row.Member().Zone);
        return Dated.Format(clock.Now.InZone(zone ?? ChatVerb.Home).LocalDateTime);
    }

    private const string Help = """
        Type an answer, or press a button by its letter or its label. /help shows what the coach can do.
        :skip 3d | 12h | 45m   lets time pass; what is due arrives
        :state                 shows what is kept of you
        :record FILE           writes this conversation as a transcript test
        :quit                  ends
        """;
}
