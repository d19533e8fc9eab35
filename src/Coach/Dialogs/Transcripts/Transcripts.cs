using NodaTime;

namespace Ontime.Dialogs;

/// <summary>How one transcript went.</summary>
/// <param name="Faults">Where it could not be read, or where the coach said something else; empty where all is well.</param>
public sealed record TranscriptResult(string File, string Title, IReadOnlyList<Fault> Faults);

/// <summary>How all transcripts went.</summary>
/// <param name="Covered">The steps that were said or asked.</param>
/// <param name="Uncovered">Those that never were; a step that only calls or decides says nothing and needs no transcript.</param>
public sealed record TranscriptReport(IReadOnlyList<TranscriptResult> Results, IReadOnlyList<string> Covered, IReadOnlyList<string> Uncovered)
{
    public bool Passed => Uncovered.Count == 0 && Results.All(result => result.Faults.Count == 0);
}

/// <summary>Runs the transcripts below <c>dialogs/tests/</c>, and writes them anew.</summary>
public static class Transcripts
{
    public const string Folder = "tests/";

    private static readonly Operator Desk = new("Lin’s desk", "lin@example.org", null);

    /// <param name="files">Path below the dialogs folder → content; those below <see cref="Folder"/> are played.</param>
    public static TranscriptReport Run(DialogSet set, IReadOnlyDictionary<string, string> files)
    {
        var said = new HashSet<string>();
        var results = Played(files).Select(file => Run(set, file.Key, file.Value, said)).ToList();
        // The payment record is asked by the reminders of each bill, in their own words, never as a question of the list.
        var speaking = set.Dialogs.SelectMany(dialog => dialog.Steps)
            .Where(step => step.Doing is Doing.Say or Doing.Asking && step.Id != Checklist.Item.PaymentRecord).ToList();
        var covered = speaking.Where(step => said.Contains(step.Id) || said.Contains($"{step.Id}.one")).Select(step => step.Id).ToList();
        return new TranscriptReport(results, covered, speaking.Select(step => step.Id).Except(covered).ToList());
    }

    /// <summary>Plays what the person does and writes down what the coach says now.</summary>
    /// <returns>The files that change, and what could not be played: such a file keeps its old words from there on.</returns>
    public static (IReadOnlyDictionary<string, string> Files, IReadOnlyList<Fault> Faults) Update(DialogSet set, IReadOnlyDictionary<string, string> files)
    {
        var changed = new Dictionary<string, string>();
        var faults = new List<Fault>();
        foreach (var (file, content) in Played(files))
        {
            var (transcript, unread) = TranscriptReader.Read(file, content);
            faults.AddRange(unread);
            if (transcript is null)
            {
                continue;
            }

            var beats = new List<Beat>();
            var scenes = Scenes(transcript);
            var player = Enter(set, transcript);
            for (var at = 0; at < scenes.Count; at++)
            {
                var (seen, fault) = Play(player, file, scenes[at].Input);
                if (fault is not null)
                {
                    faults.Add(fault);
                    beats.AddRange(scenes.Skip(at).SelectMany(scene => scene.Expected.Prepend(scene.Input)));
                    break;
                }

                beats.AddRange(seen.Prepend(scenes[at].Input));
            }

            var text = TranscriptWriter.Write(transcript with { Turns = beats });
            if (text != content)
            {
                changed[file] = text;
            }
        }

        return (changed, faults);
    }

    private static IEnumerable<KeyValuePair<string, string>> Played(IReadOnlyDictionary<string, string> files) => files
        .Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal) && file.Key.EndsWith(".yaml", StringComparison.Ordinal))
        .OrderBy(file => file.Key, StringComparer.Ordinal);

    private static TranscriptResult Run(DialogSet set, string file, string content, HashSet<string> said)
    {
        var (transcript, faults) = TranscriptReader.Read(file, content);
        if (transcript is null)
        {
            return new TranscriptResult(file, "", faults);
        }

        var wrong = new List<Fault>();
        var player = Enter(set, transcript);
        foreach (var (input, expected) in Scenes(transcript))
        {
            var (seen, fault) = Play(player, file, input);
            if (fault is not null)
            {
                wrong.Add(fault);
                break;
            }

            wrong.AddRange(Differences.Of(file, input, expected, seen));
        }

        if (player.Looped)
        {
            wrong.Add(new Fault(file, 0, null, "a dialog ran in a circle without a question and was ended"));
        }

        said.UnionWith(player.Said);
        return new TranscriptResult(file, transcript.Title, wrong);
    }

    private static Player Enter(DialogSet set, Transcript transcript) => new(
        new Coach(set, transcript.Admin ? Desk with { AdminIds = [Player.Id] } : Desk),
        transcript.Language,
        Clocks.At(transcript.At.Date, transcript.At.TimeOfDay, DateTimeZoneProviders.Tzdb[transcript.Zone]));

    /// <summary>What a person does, each with what they then see.</summary>
    private static List<(Beat Input, IReadOnlyList<Beat> Expected)> Scenes(Transcript transcript)
    {
        var scenes = new List<(Beat, IReadOnlyList<Beat>)>();
        for (var at = 0; at < transcript.Turns.Count; at++)
        {
            if (transcript.Turns[at].IsInput)
            {
                scenes.Add((transcript.Turns[at], transcript.Turns.Skip(at + 1).TakeWhile(beat => !beat.IsInput).ToList()));
            }
        }

        return scenes;
    }

    private static (IReadOnlyList<Beat> Seen, Fault? Fault) Play(Player player, string file, Beat input)
    {
        try
        {
            return player.Play(input) is { } seen
                ? (seen, null)
                : ([], new Fault(file, input.Line, null, $"no button is called “{((Beat.Tap)input).Label}”; there are {string.Join(", ", player.Labels.Distinct())}"));
        }
        catch (Exception failed)
        {
            return ([], new Fault(file, input.Line, null, $"the coach failed at “{input.Words}”: {failed.GetType().Name}: {failed.Message}"));
        }
    }
}
