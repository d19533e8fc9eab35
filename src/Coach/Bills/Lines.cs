using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>A bill typed in one line: “花呗 10号 1200”, “Huabei 10th 1200”.</summary>
internal static class Lines
{
    /// <summary>The option of R1 that the name stands for.</summary>
    public static string OptionOf(BillLine line) => Kinds.Named(line.Name) switch
    {
        BillKind.Huabei => "huabei",
        BillKind.Jiebei => "jiebei",
        BillKind.Card => "card",
        BillKind.Loan => "loan",
        _ => "other",
    };

    /// <summary>Hands the day, the name and the amount to the steps that would ask for them.</summary>
    public static Frame Prefill(Talk talk, BillLine line)
    {
        var frame = talk.Top.With("=R1.day", line.Day.ToString()).With("name", Kinds.IsPlain(line.Name) ? null : Cut(line.Name));
        return line.Amount is { } amount ? frame.With("=R1.amount", amount.ToString(System.Globalization.CultureInfo.InvariantCulture)) : frame;
    }

    private static string Cut(string name) => name.Length <= Limits.Name ? name : name[..Limits.Name];
}
