using Ontime.Bills;

namespace Ontime.Typing;

/// <summary>A bill written on one line.</summary>
/// <param name="Amount">In yuan; null where none was written.</param>
public sealed record BillLine(string Name, DueDay Day, decimal? Amount);

public static class BillLines
{
    /// <summary>“花呗 10号 1200”, “rent 1st”. Null: not a bill.</summary>
    public static BillLine? Read(string line, Language language) => null;
}
