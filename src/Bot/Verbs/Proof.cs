using Ontime.Dialogs;

namespace Ontime.Bot.Verbs;

/// <summary><c>lint</c>, <c>graph</c> and <c>test</c>: what can be said about the dialogs without a person.</summary>
internal static class Proof
{
    public static int Lint(Settings settings, TextWriter output)
    {
        var (set, read) = DialogFolder.Load(settings.DialogsPath);
        IReadOnlyList<Fault> faults = set is null ? read : Ontime.Dialogs.Lint.Check(set);
        foreach (var fault in faults)
        {
            output.WriteLine(fault);
        }

        output.WriteLine(faults.Count == 0 ? "No problem found." : $"{faults.Count} problems.");
        return faults.Count == 0 ? 0 : 1;
    }

    public static int Graph(Settings settings, string? dialog, TextWriter output, TextWriter errors)
    {
        var (set, faults) = DialogFolder.Load(settings.DialogsPath);
        foreach (var fault in faults)
        {
            errors.WriteLine(fault);
        }

        var drawn = set?.Dialogs.Where(known => dialog is null || known.Id == dialog).ToList() ?? [];
        foreach (var one in drawn)
        {
            output.WriteLine(Ontime.Dialogs.Graph.Mermaid(one));
        }

        if (set is not null && drawn.Count == 0)
        {
            errors.WriteLine($"There is no dialog “{dialog}”. There are {string.Join(", ", set.Dialogs.Select(known => known.Id))}.");
        }

        return drawn.Count > 0 ? 0 : 1;
    }

    public static int Test(Settings settings, TextWriter output)
    {
        if (Load(settings, output) is not var (set, files))
        {
            return 1;
        }

        var report = Transcripts.Run(set, files);
        foreach (var result in report.Results)
        {
            output.WriteLine($"{(result.Faults.Count == 0 ? "passed" : "failed")}  {result.File}  {result.Title}");
            foreach (var fault in result.Faults)
            {
                output.WriteLine($"  {fault}");
            }
        }

        foreach (var step in report.Uncovered)
        {
            output.WriteLine($"no transcript comes to step {step}");
        }

        var failed = report.Results.Count(result => result.Faults.Count > 0);
        output.WriteLine($"{report.Results.Count - failed} passed, {failed} failed; {report.Covered.Count} of {report.Covered.Count + report.Uncovered.Count} steps covered");
        return report.Passed ? 0 : 1;
    }

    /// <summary>Writes the transcripts anew. What the person does stays; what the coach says is to be read over before it is kept.</summary>
    public static int Update(Settings settings, TextWriter output)
    {
        if (Load(settings, output) is not var (set, files))
        {
            return 1;
        }

        var (changed, faults) = Transcripts.Update(set, files);
        foreach (var (file, content) in changed)
        {
            File.WriteAllText(Path.Combine(settings.DialogsPath, file), content);
            output.WriteLine($"written  {file}");
        }

        Tell(faults, output);
        output.WriteLine($"{changed.Count} files changed.");
        return faults.Count == 0 ? 0 : 1;
    }

    private static (DialogSet Set, IReadOnlyDictionary<string, string> Files)? Load(Settings settings, TextWriter output)
    {
        var (set, faults) = DialogFolder.Load(settings.DialogsPath);
        Tell(faults, output);
        return set is null ? null : (set, DialogFolder.Read(settings.DialogsPath).Files);
    }

    private static void Tell(IEnumerable<Fault> faults, TextWriter output)
    {
        foreach (var fault in faults)
        {
            output.WriteLine(fault);
        }
    }
}
