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
            output.WriteLine(one.Id);
        }

        return drawn.Count > 0 ? 0 : 1;
    }

    public static int Test(Settings settings, TextWriter output)
    {
        output.WriteLine(settings.DialogsPath);
        return 1;
    }
}
