using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

/// <summary>Whatever an editor's hand does to the files, the reader and lint answer with faults and never throw.</summary>
public sealed class DialogMutationTests
{
    private const int Rounds = 10_000;

    [Fact]
    public void Ten_thousand_slips_of_the_pen_never_throw()
    {
        var random = new Random(20261122);
        var shipped = DialogFiles.Shipped.Where(file => !file.Key.StartsWith("tests/", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).ToList();
        var (read, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var (name, content) = shipped[random.Next(shipped.Count)];
            var (set, faults) = DialogSet.Read(SlipsOfThePen.Of(name, content, random));

            if (set is null)
            {
                (faults.Count > 0 && faults.All(fault => fault.File.Length > 0 && fault.Line >= 0 && fault.Sentence.Length > 0)).ShouldBeTrue();
                refused++;
            }
            else
            {
                Lint.Check(set).ShouldNotBeNull();
                read++;
            }
        }

        // Both ways are walked often enough to mean something.
        read.ShouldBeGreaterThan(500);
        refused.ShouldBeGreaterThan(500);
    }
}
