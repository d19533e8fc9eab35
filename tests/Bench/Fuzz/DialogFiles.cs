using Ontime.Bot;
using Ontime.Dialogs;
using Ontime.Tests.Dialogs;

namespace Ontime.Bench.Fuzz;

/// <summary>A shipped dialog after an editor's slip: read and looked over, or refused with file and line.</summary>
internal sealed class DialogFiles : ITarget
{
    private readonly List<KeyValuePair<string, string>> _shipped = [.. DialogFolder.Read(DialogFolder.Default()).Files
        .Where(file => !file.Key.StartsWith("tests/", StringComparison.Ordinal))];

    public string Name => "dialogs";

    public int Share => 15;

    public string Try(Random dice)
    {
        var (name, content) = _shipped[dice.Next(_shipped.Count)];
        var (set, faults) = DialogSet.Read(SlipsOfThePen.Of(name, content, dice));
        if (set is not null)
        {
            _ = Lint.Check(set);
            return "read";
        }

        return faults.Count > 0 ? "refused" : throw new InvalidOperationException("Refused without a word.");
    }
}
