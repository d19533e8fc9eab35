using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

/// <summary>The reader finds every fault at once and says where each one is; nothing it is given makes it throw.</summary>
public sealed class DialogReaderTests
{
    private const string Start = "dialog: t\nsteps:\n  A:\n    ask: {choice: [yes, no]}\n    go: end\n";

    [Theory]
    [InlineData("dialog: t\n", "", "x.yaml:1: the file must begin with “dialog: name”")]
    [InlineData("steps:", "colour: red\nsteps:", "x.yaml:2: step A: “colour” is not known here", true)]
    [InlineData("steps:", "start: B\nsteps:", "x.yaml:1: the start “B” is no step of this dialog")]
    [InlineData("steps:\n  A:\n    ask: {choice: [yes, no]}\n    go: end\n", "", "x.yaml:1: a dialog has one step at least, below “steps:”")]
    [InlineData("    go: end\n", "", "x.yaml:4: step A: the step has no way out; say “go: end” or name the next step")]
    [InlineData("    go: end\n", "    go: [a, b]\n", "x.yaml:5: step A: a word is wanted here")]
    [InlineData("    go: end\n", "    go: end\n    colour: red\n", "x.yaml:6: step A: “colour” is not known here; known are renamed_from, when")]
    [InlineData("    go: end\n", "    go: end\n    say: true\n", "x.yaml:4: step A: a step does one thing: say, call or ask")]
    [InlineData("    go: end\n", "    go: end\n    needs: money\n", "x.yaml:6: step A: needs can only be “amounts”")]
    [InlineData("    go: end\n", "    go: end\n    part: maybe\n", "x.yaml:6: step A: true or false is wanted here")]
    [InlineData("    go: end\n", "    go: end\n    confirm: [yes]\n", "x.yaml:6: step A: a map of keys is wanted here")]
    [InlineData("    go: end\n", "    go: end\n    do: {a: b}\n", "x.yaml:6: step A: a word or a list such as [a, b] is wanted here")]
    [InlineData("    go: end\n", "    go: end\n    confirm: {[a]: b}\n", "x.yaml:6: step A: a key must be a word")]
    [InlineData("    go: end\n", "    go: end\n    plans: [a]\n    at: {b: \"20:00\"}\n", "x.yaml:7: step A: “b” is none of the plans")]
    [InlineData("    go: end\n", "    go: end\n    plans: [a]\n    at: {a: \"8 pm\"}\n", "x.yaml:7: step A: a time such as \"20:00\" is wanted here")]
    [InlineData("    go: end\n", "    go: end\n    fresh: {days: 3}\n", "x.yaml:4: step A: “fresh” belongs to a step with “item”")]
    [InlineData("    go: end\n", "    go: end\n    gate: {no: 3}\n", "x.yaml:4: step A: “gate” belongs to a step with “item”")]
    [InlineData("    go: end\n", "    go: end\n    call: {pick: a, other: b}\n", "x.yaml:4: step A: a step does one thing: say, call or ask")]
    [InlineData("ask: {choice: [yes, no]}", "call: {pick: a, other: b}", "x.yaml:4: step A: “other” is not known here; known are pick")]
    [InlineData("  A:\n", "  A b:\n", "x.yaml:4: step A b: a step's id has letters, digits, dots and underscores only, at most 32")]
    [InlineData("  A:\n", "  A23456789012345678901234567890123:\n", "x.yaml:4: step A23456789012345678901234567890123: a step's id has letters, digits, dots and underscores only, at most 32")]
    [InlineData("{choice: [yes, no]}", "{riddle: [yes, no]}", "x.yaml:4: step A: “riddle” is not known here", true)]
    [InlineData("{choice: [yes, no]}", "{choice: [yes, no], money: []}", "x.yaml:4: step A: an ask names one kind of answer; known are bill, card, categories")]
    [InlineData("{choice: [yes, no]}", "{choice: [yes, [no]]}", "x.yaml:4: step A: a word is wanted here")]
    [InlineData("{choice: [yes, no]}", "{choice: {from: a, by: b}}", "x.yaml:4: step A: “by” is not known here; known are from")]
    [InlineData("{choice: [yes, no]}", "{count: [yes, no], band: {yes: 3}}", "x.yaml:4: step A: two numbers are wanted here, such as [20, 36], or ~ for an open end")]
    [InlineData("{choice: [yes, no]}", "{count: [yes, no], band: {yes: [a, 3]}}", "x.yaml:4: step A: a number is wanted here, not “a”")]
    [InlineData("{choice: [yes, no]}", "{money: [yes, no], range: [9, 3]}", "x.yaml:4: step A: a range is two numbers, the lower one first")]
    [InlineData("{choice: [yes, no]}", "{money: [yes, no], range: [9, ~]}", "x.yaml:4: step A: a range is two numbers, the lower one first")]
    public void A_broken_step_is_found_with_its_line(string old, string changed, string expected, bool more = false)
    {
        var faults = Faults(Start.Replace(old, changed));

        if (more)
        {
            // The slip also leaves out what should stand there.
            faults.ShouldContain(fault => fault.StartsWith(expected.Replace("step A: “colour”", "“colour”"), StringComparison.Ordinal));
            return;
        }

        faults.ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("points: 1,", "points: many,", "a number is wanted here, not “many”")]
    [InlineData("points: 1,", "points: 1.5,", "a whole number is wanted here")]
    [InlineData("points: 1,", "points: 1, colour: red,", "“colour” is not known here; known are pillar, points, share, effort, recommend")]
    [InlineData("pillar: p, ", "", "an item belongs to a pillar")]
    [InlineData("yes: 1,", "yes: 2,", "a share is a number from 0 to 1, or unknown, declined, na")]
    [InlineData("yes: 1,", "yes: all,", "a number is wanted here, not “all”")]
    [InlineData("effort: 1", "effort: 4", "effort is 1 (a tap), 2 (ten minutes) or 3 (weeks)")]
    [InlineData("recommend: true", "recommend: 1", "true or false is wanted here")]
    [InlineData("gate: {no: 45}", "gate: {no: 101}", "a gate is a cap from 0 to 100")]
    [InlineData("gate: {no: 45}", "combine: best", "combine is “worst”, or {count: {3: 1, 1: 0.5, 0: 0}} down to 0")]
    [InlineData("gate: {no: 45}", "combine: {count: {3: 1}}", "combine is “worst”, or {count: {3: 1, 1: 0.5, 0: 0}} down to 0")]
    [InlineData("gate: {no: 45}", "combine: {number: {0: 1}}", "“number” is not known here; known are count", true)]
    [InlineData("fresh: {days: 30}", "fresh: {days: 30, once: true}", "fresh says either how many days an answer holds, or once: true")]
    [InlineData("fresh: {days: 30}", "fresh: {}", "fresh says either how many days an answer holds, or once: true")]
    [InlineData("fresh: {days: 30}", "fresh: {days: 30, bad: goes}", "bad can only be “stays”")]
    [InlineData("fresh: {days: 30}", "fresh: {days: 30, colour: red}", "“colour” is not known here; known are days, bad, bad_days, once")]
    public void A_broken_item_is_found_with_its_line(string old, string changed, string expected, bool more = false)
    {
        const string Item = Start + "    item: {pillar: p, points: 1, share: {yes: 1, no: 0}, effort: 1, recommend: true}\n    gate: {no: 45}\n    fresh: {days: 30}\n";
        var line = Array.FindIndex(Item.Split('\n'), one => one.Contains(old)) + 1;

        var faults = Faults(Item.Replace(old, changed));

        faults.Count.ShouldBe(more ? 2 : 1);
        faults.ShouldContain(fault => fault.StartsWith($"x.yaml:{line}: step A: {expected}", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_faults_are_told_at_once()
    {
        var files = Files(Start.Replace("go: end", "go: {yes: [end]}").Replace("[yes, no]}", "[yes, no], band: {yes: 1}}") + "  B:\n    say: perhaps\n");
        files["y.yaml"] = Start;
        files["z.yaml"] = "dialog: z\nsteps: [\n";
        files.Remove("index.yaml");

        Read(files).ShouldBe(
        [
            "x.yaml:4: step A: two numbers are wanted here, such as [20, 36], or ~ for an open end",
            "x.yaml:5: step A: a word is wanted here",
            "x.yaml:7: step B: true or false is wanted here",
            "x.yaml:7: step B: the step has no way out; say “go: end” or name the next step",
            "z.yaml:3: this is no YAML: While parsing a node, did not find expected node content.",
            "y.yaml:1: the dialog t stands in x.yaml too; give it another name",
            "y.yaml:4: step A: a step of this id stands in x.yaml:4 too; ids are unique over all dialogs",
            "index.yaml: the file is missing; it holds pillars, bands and tie order of the index",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("index.yaml")]
    [InlineData("cities.yaml")]
    [InlineData("shield.yaml")]
    [InlineData("helplines.yaml")]
    [InlineData("text/en.yaml")]
    [InlineData("text/zh-Hans.yaml")]
    public void A_missing_file_is_named_with_what_it_holds(string file)
    {
        var files = Files(Start);
        files.Remove(file);

        Read(files).ShouldContain(fault => fault.StartsWith($"{file}: the file is missing; it holds ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_a_dialog_says_what_a_dialog_is()
    {
        var files = Files(Start);
        files.Remove("x.yaml");

        Read(files).ShouldBe([".: no dialog was found; each file that begins with “dialog: name” is one"]);
    }

    [Theory]
    [InlineData("", "the file must be one map of keys; it is empty or something else")]
    [InlineData("- a\n- b\n", "the file must be one map of keys; it is empty or something else")]
    [InlineData("a: 1\na: 2\n", "this is no YAML: ")]
    [InlineData("a: 'b\n", "this is no YAML: ")]
    [InlineData("a: *nowhere\n", "this is no YAML: ")]
    [InlineData("a: \"\\q\"\n", "this is no YAML: ")]
    public void What_is_no_map_is_told_with_its_line(string content, string expected)
    {
        foreach (var file in new[] { "x.yaml", "index.yaml", "cities.yaml", "helplines.yaml", "text/en.yaml" })
        {
            var files = Files(Start);
            files[file] = content;
            Read(files).ShouldContain(fault => fault.StartsWith($"{file}:", StringComparison.Ordinal) && fault.Contains(expected));
        }
    }

    [Theory]
    [InlineData("index.yaml", "ties: [history,", "ties: [", "index.yaml:1: ties must name each of the pillars once")]
    [InlineData("index.yaml", "good: 0.8", "good: 1.8", "index.yaml:1: good must be a number from 0 to 1")]
    [InlineData("index.yaml", "good: 0.8", "goods: 0.8", "index.yaml:3: “goods” is not known here")]
    [InlineData("cities.yaml", "Asia/Shanghai", "Asia/Atlantis", "cities.yaml:1: “Asia/Atlantis” is no time zone of the tz database")]
    [InlineData("cities.yaml", "[shanghai]", "[shanghai, Shanghai]", "cities.yaml:1: “Shanghai” stands here twice")]
    public void A_fault_beside_the_dialogs_is_found(string file, string old, string changed, string expected) =>
        Read(SmallSet.Changed(SmallSet.Files(), file, old, changed)).ShouldContain(fault => fault.StartsWith(expected, StringComparison.Ordinal));

    private static List<string> Faults(string content) => Read(Files(content));

    private static Dictionary<string, string> Files(string content)
    {
        var files = SmallSet.Files();
        files.Remove("talk.yaml");
        files["x.yaml"] = content;
        return files;
    }

    private static List<string> Read(Dictionary<string, string> files)
    {
        var (set, faults) = DialogSet.Read(files);
        (set is null).ShouldBe(faults.Count > 0);
        return faults.Select(fault => fault.ToString()).ToList();
    }
}
