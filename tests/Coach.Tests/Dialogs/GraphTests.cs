using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

public sealed class GraphTests
{
    private const string Small = """
        dialog: drawn
        start: b.ask
        steps:
          b.ask:
            ask: {choice: [yes, no, later]}
            go: {later: end, yes: b_say, no: b_say, else: b.ask}
          b_say:
            say: true
            go: b.call
          b.call:
            call: W1
            go: end
          b.pick:
            call: {pick: some}
            go: {none: end, else: b.pick}
        """;

    [Fact]
    public void A_dialog_is_drawn_with_its_options_and_its_calls()
    {
        var files = SmallSet.Files();
        files["drawn.yaml"] = Small;

        Graph.Mermaid(SmallSet.Read(files).Dialog("drawn")!).ShouldMatchSnapshot("drawn.mmd");
    }

    [Fact]
    public void Every_shipped_dialog_is_drawn_with_ids_that_Mermaid_takes()
    {
        foreach (var dialog in SmallSet.Read(DialogFiles.Shipped).Dialogs)
        {
            var drawn = Graph.Mermaid(dialog).Split('\n');

            drawn[0].ShouldBe("stateDiagram-v2");
            var states = drawn.Where(line => line.StartsWith("    state ", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1]).ToList();
            states.ShouldAllBe(id => id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
            states.ShouldBeUnique();
            states.Count.ShouldBe(dialog.Steps.Count);
        }
    }

    [Fact]
    public void Every_way_is_drawn_and_leads_to_a_state_or_the_end()
    {
        var dialog = SmallSet.Read(DialogFiles.Shipped).Dialog("card")!;
        var drawn = Graph.Mermaid(dialog).Split('\n');

        foreach (var step in dialog.Steps)
        {
            var ways = step.Go.By.Values.Append(step.Go.Else).OfType<string>().Distinct().Count();
            drawn.Count(line => line.StartsWith($"    s_{step.Id.Replace("_", "__").Replace('.', '_')} -->", StringComparison.Ordinal)).ShouldBeInRange(ways, ways + 1);
        }
    }
}
