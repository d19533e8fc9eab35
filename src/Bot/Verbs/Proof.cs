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
        var (files, _) = DialogFolder.Read(settings.DialogsPath);
        var (set, faults) = DialogFolder.Load(settings.DialogsPath);
        if (set is null)
        {
            foreach (var fault in faults)
            {
                output.WriteLine(fault);
            }

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
}
