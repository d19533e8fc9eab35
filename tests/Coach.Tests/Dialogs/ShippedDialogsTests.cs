using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

/// <summary>The dialogs as they ship, and the lists that lint keeps of the program.</summary>
public sealed class ShippedDialogsTests
{
    [Fact]
    public void The_shipped_dialogs_are_clean()
    {
        var (set, faults) = DialogSet.Read(DialogFiles.Shipped);

        (set is null ? faults : Lint.Check(set)).Select(fault => fault.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void The_shipped_transcripts_pass_and_cover_every_step()
    {
        var report = Transcripts.Run(SmallSet.Read(DialogFiles.Shipped), DialogFiles.Shipped);

        report.Results.SelectMany(result => result.Faults).Select(fault => fault.ToString()).ShouldBeEmpty();
        report.Uncovered.ShouldBeEmpty();
    }
}
