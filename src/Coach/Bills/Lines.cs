using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>A bill typed in one line: “花呗 10号 1200”, “Huabei 10th 1200”.</summary>
internal static class Lines
{
    /// <summary>The option that the name stands for.</summary>
    public static string OptionOf(BillLine line, IReadOnlyList<string> options) =>
        Kinds.Named(line.Name).ToString().ToLowerInvariant() is var kind && options.Contains(kind) ? kind : "other";

    /// <summary>Hands the day, the name and the amount to the steps that would ask for them.</summary>
    public static Frame Prefill(Talk talk, BillLine line)
    {
        var frame = talk.Top.With("=R1.day", line.Day.ToString()).With("=bills.day", line.Day.ToString()).With("name", Kinds.IsPlain(line.Name) ? null : Cut(line.Name));
        var amount = line.Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return amount is null ? frame : frame.With("=R1.amount", amount).With("=bills.amount", amount);
    }

    public static string Cut(string name) => name.Length <= Limits.Name ? name : name[..Limits.Name];
}
