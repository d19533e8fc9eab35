using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Ontime.Bot.Tests.Repository;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Watching;

public sealed class MetricsTests
{
    /// <summary>Every instrument there is, with its unit.</summary>
    [Fact]
    public void Every_metric_stands_in_the_documentation_with_its_unit_and_nothing_else_does()
    {
        RuntimeHelpers.RunClassConstructor(typeof(Meters).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(CallWatch).TypeHandle);
        List<string> there = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name.StartsWith("Ontime", StringComparison.Ordinal))
                {
                    there.Add($"{instrument.Name} {instrument.Unit!.Trim('{', '}')}");
                }
            },
        };
        listener.Start();

        there.Count.ShouldBeGreaterThan(10);
        Tree.Lines("docs/metrics.md").Where(line => line.StartsWith("| `ontime.", StringComparison.Ordinal))
            .Select(line => line.Split('|')).Select(cells => $"{cells[1].Trim(' ', '`')} {cells[2].Trim()}")
            .ShouldBe(there, ignoreOrder: true);
    }
}
