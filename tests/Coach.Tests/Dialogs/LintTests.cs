using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

/// <summary>Each check sees the one place that is broken, and nothing else.</summary>
public sealed class LintTests
{
    private const string Talk = "talk.yaml", En = "text/en.yaml", Zh = "text/zh-Hans.yaml";

    [Fact]
    public void A_set_without_a_fault_is_clean() => Lint.Check(SmallSet.Read(SmallSet.Files()), SmallSet.Bound).ShouldBeEmpty();

    [Theory]
    [InlineData("go: W1", "go: W9", "talk.yaml:5: step hello: go leads to “W9”, which is no step", "", "", "nothing leads here")]
    [InlineData("done: end}", "done: nowhere}", "talk.yaml:23: step menu: go leads to “nowhere”, which is no step")]
    [InlineData("call: {pick: some}", "call: W7", "talk.yaml:26: step menu.part: call names “W7”, which is no step and no dialog")]
    [InlineData("    do: [note]", "    do: [note]\n    renamed_from: W1", "talk.yaml:16: step W2: renamed_from names “W1”, which still is a step")]
    [InlineData("    ask: {choice: [again, done]}\n    go: {again: menu.part, done: end}", "    ask: {plan: W2}\n    go: {again: menu.part, else: end}", "talk.yaml:23: step menu: “W2” has no plans", "", "menu.again: Again|menu.done: Enough")]
    [InlineData("done: end}", "done: menu}", "talk.yaml:23: step menu: there is no way out")]
    [InlineData("go: {again: menu.part, done: end}", "go: {again: menu.part}", "talk.yaml:23: step menu: the option “done” leads nowhere", "", "", "there is no way out")]
    [InlineData("    go: end\n  menu:", "    go: {low: end, high: end}\n  menu:", "talk.yaml:16: step W2: the step, when it is passed over, leads nowhere")]
    [InlineData("go: {none: menu, else: menu}", "go: {none: menu}", "talk.yaml:26: step menu.part: what the call ends with leads nowhere")]
    [InlineData("done: end}", "done: end}\n  alone:\n    say: true\n    go: end", "talk.yaml:26: step alone: nothing leads here", "alone: x")]
    [InlineData("go: {none: menu, else: menu}", "go: {none: menu.part, else: menu}", "talk.yaml:26: step menu.part: the steps menu.part → menu.part run in a circle without a question")]
    [InlineData("fact: true}", "other: true}", "talk.yaml:16: step W2: no fact is called “other”; known are fact")]
    [InlineData("when: {W1: [yes, no]", "when: {W1: [yes, maybe]", "talk.yaml:16: step W2: when asks whether W1 is “maybe”, which is none of its options")]
    [InlineData("when: {W1: [yes, no]", "when: {W8: [yes, no]", "talk.yaml:16: step W2: when asks for “W8”, which is no question")]
    [InlineData("when: {W1: [yes, no]", "when: {W8: known", "talk.yaml:16: step W2: when asks for “W8”, which is no question")]
    [InlineData("do: [note]", "do: [paint]", "talk.yaml:16: step W2: no action is called “paint”; known are note")]
    [InlineData("{pick: some}", "{pick: any}", "talk.yaml:26: step menu.part: no pick is called “any”; known are some")]
    [InlineData("choice: [again, done]}\n    go: {again: menu.part, done: end}", "choice: {from: all}}\n    go: {again: menu.part, else: end}", "talk.yaml:23: step menu: no list is called “all”; known are list", "", "menu.again: Again|menu.done: Enough")]
    [InlineData("gate: {no: 45}", "gate: {no: 45}\n    reply: {maybe: bad}", "talk.yaml:8: step W1: reply names “maybe”, which is no option", "W1.bad: Hm")]
    [InlineData("gate: {no: 45}", "gate: {no: 45}\n    reply: {no: fine}", "talk.yaml:8: step W1: reply of “no” is good or bad, not “fine”")]
    [InlineData("unsure: unknown}", "unsure: unknown, never: 0}", "talk.yaml:8: step W1: share names “never”, which is no option")]
    [InlineData("gate: {no: 45}", "gate: {no: 45, never: 30}", "talk.yaml:8: step W1: gate names “never”, which is no option", "W1.never.gate: x|W1.never.release: y")]
    [InlineData("confirm: {no: yes}", "confirm: {no: never}", "talk.yaml:8: step W1: confirm names “never”, which is no option")]
    [InlineData("plans: [tonight]", "plans: [tonight]\n    stand_in: {m1: 1}", "talk.yaml:8: step W1: stand_in names “m1”, which is no option")]
    [InlineData("ask: {choice: [yes, no, unsure]}", "ask: {choice: [yes, no, unsure], alone: [none]}", "talk.yaml:8: step W1: alone names “none”, which is no option")]
    [InlineData("high: [20, ~]}", "high: [20, ~], most: [90, ~]}", "talk.yaml:16: step W2: band names “most”, which is no option", "", "", "there is an overlap")]
    [InlineData("go: {yes: W2, no: W2, else: end}", "go: {yes: W2, never: W2, else: end}", "talk.yaml:8: step W1: go names “never”, which is no option")]
    [InlineData("[again, done]}", "[again, done, again]}", "talk.yaml:23: step menu: the option “again” stands here twice")]
    [InlineData("    ask: {choice: [again, done]}\n    go: {again: menu.part, done: end}", "    ask: {card: [W1, W5]}\n    go: end", "talk.yaml:23: step menu: the card names “W5”, which is no item", "W1.tick: Done", "menu.again: Again|menu.done: Enough", "nothing leads here")]
    [InlineData("    ask: {choice: [again, done]}\n    go: {again: menu.part, done: end}", "    ask: {card: [W2]}\n    go: end", "talk.yaml:23: step menu: a tick on W2 stands for “yes”, which is none of its options", "W2.tick: Done", "menu.again: Again|menu.done: Enough", "nothing leads here")]
    [InlineData("points: 60", "points: 59", "index.yaml: the items of history have 59 points and the pillar 60")]
    [InlineData("pillar: identity, points: 40", "pillar: luck, points: 40", "talk.yaml:16: step W2: no pillar is called “luck”", "pillar.luck: Luck", "", "the items of identity")]
    [InlineData("share: {low: 1, high: 0}", "share: {low: 1}", "talk.yaml:16: step W2: the option “high” has no share")]
    [InlineData("high: [20, ~]", "high: [25, ~]", "talk.yaml:16: step W2: there is a gap between the bands of low and high")]
    [InlineData("high: [20, ~]", "high: [15, ~]", "talk.yaml:16: step W2: there is an overlap between the bands of low and high")]
    [InlineData("low: [0, 20]", "low: [0, ~]", "talk.yaml:16: step W2: there is an overlap between the bands of low and high")]
    [InlineData("low: [0, 20]", "low: [5, 20]", "talk.yaml:16: step W2: no band holds 0: low begins at 5")]
    [InlineData("high: [20, ~]", "high: [20, 10]", "talk.yaml:16: step W2: the band of high ends at 10, before it begins at 20")]
    [InlineData("from: [E1]", "from: [E1, Z99]", "talk.yaml:16: step W2: from names “Z99”, which is no statement")]
    [InlineData("from: [E1]", "from: [Z1]", ".: no step carries the statement E1")]
    public void A_broken_dialog_is_found_with_its_line(string old, string changed, string expected, string more = "", string less = "", string beside = "")
    {
        var files = SmallSet.Changed(SmallSet.Files(), Talk, old, changed);
        foreach (var language in new[] { En, Zh })
        {
            var added = more.Length == 0 ? "" : $"\n{more.Replace('|', '\n')}";
            var gone = less.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf(':')]).ToList();
            files[language] = string.Join('\n', files[language].Split('\n').Where(line => !gone.Any(key => line.StartsWith($"{key}:", StringComparison.Ordinal)))) + added;
        }

        var faults = Lint.Check(SmallSet.Read(files), SmallSet.Bound).Select(fault => fault.ToString()).ToList();

        // A second fault is named only where one slip cannot help making two.
        faults.Where(fault => beside.Length == 0 || !fault.Contains(beside)).ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Theory]
    [InlineData(En, "W1.why: It matters.\n", "", "talk.yaml:8: step W1: text/en.yaml has no text “W1.why”")]
    [InlineData(En, "W1.no: Not yet\n", "", "talk.yaml:8: step W1: text/en.yaml has no text “W1.no”")]
    [InlineData(En, "W1.action: Do it\n", "", "talk.yaml:8: step W1: text/en.yaml has no text “W1.action”")]
    [InlineData(En, "W1.no.confirm.no: No, done\n", "", "talk.yaml:8: step W1: text/en.yaml has no text “W1.no.confirm.no”")]
    [InlineData(En, "W1.no.gate: it is not done\n", "", "talk.yaml:8: step W1: text/en.yaml has no text “W1.no.gate”")]
    [InlineData(En, "W1.plan.tonight.button: Tonight\n", "", "talk.yaml:8: step W1: text/en.yaml has no text “W1.plan.tonight.button”")]
    [InlineData(Zh, "W2.name: 占比\n", "", "talk.yaml:16: step W2: text/zh-Hans.yaml has no text “W2.name”")]
    [InlineData(Zh, "menu: 接下来？\n", "", "talk.yaml:23: step menu: text/zh-Hans.yaml has no text “menu”")]
    [InlineData(Zh, "W2.echo: \"{name}：{answer} ✓\"\n", "", "text/en.yaml:19: step W2: “W2.echo” stands here and not in text/zh-Hans.yaml")]
    [InlineData(Zh, "W1.yes.typed: [好了]\n", "", "text/en.yaml:7: step W1: “W1.yes.typed” stands here and not in text/zh-Hans.yaml")]
    [InlineData(Zh, "pillar.identity: 身份", "", "text/zh-Hans.yaml: the coach says “pillar.identity”, and there is no such text")]
    [InlineData(Zh, "house.end: 好，{words}。\n", "", "text/zh-Hans.yaml: the coach says “house.end”, and there is no such text")]
    [InlineData(Zh, "你好，{who}", "你好", "text/zh-Hans.yaml:1: step hello: “hello” has no placeholder here and {who} in English")]
    [InlineData(Zh, "{words}", "{words}{", "text/zh-Hans.yaml:25: “house.end” has a brace without its other half")]
    [InlineData(En, "W2.high: A lot", "W2.high: A lot, and that is quite a lot", "text/en.yaml:21: step W2: the button “A lot, and that is quite a lot” is too long")]
    [InlineData(Zh, "W2.high: 很多", "W2.high: 很多很多很多很多很多很多多", "text/zh-Hans.yaml:21: step W2: the button “很多很多很多很多很多很多多” is too long")]
    [InlineData(En, "W1.plan.tonight.button: Tonight", "W1.plan.tonight.button: <b>Tonight</b>", "text/en.yaml:15: step W1: “W1.plan.tonight.button”: a button has no tags")]
    [InlineData(En, "<b>adds up</b>", "<b>adds up", "text/en.yaml:18: step W2: “W2.why”: <b> is not closed")]
    [InlineData(En, "<b>adds up</b>", "<b><i>adds up</b></i>", "text/en.yaml:18: step W2: “W2.why”: </b> closes nothing that is open")]
    [InlineData(En, "<b>adds up</b>", "<u>adds up</u>", "text/en.yaml:18: step W2: “W2.why”: only <b> <i> <code> <pre> are tags")]
    [InlineData(En, "<b>adds up</b>", "adds < up", "text/en.yaml:18: step W2: “W2.why”: only <b> <i> <code> <pre> are tags")]
    [InlineData(En, "<b>adds up</b>", "adds & up", "text/en.yaml:18: step W2: “W2.why”: “&” is written &amp;")]
    [InlineData(En, "It matters.", "It matters!", "text/en.yaml:4: step W1: “W1.why” has an exclamation mark")]
    [InlineData(Zh, "这很要紧。", "这很要紧！", "text/zh-Hans.yaml:4: step W1: “W1.why” has an exclamation mark")]
    [InlineData(En, "It matters.", "It matters 🎉", "text/en.yaml:4: step W1: “W1.why” has the sign 🎉")]
    [InlineData(En, "It matters.", "It matters ✔", "text/en.yaml:4: step W1: “W1.why” has the sign ✔")]
    public void A_broken_text_is_found_with_its_line(string file, string old, string changed, string expected) =>
        Lint.Check(SmallSet.With(file, old, changed), SmallSet.Bound).ShouldHaveSingleItem().ToString().ShouldStartWith(expected);

    [Theory]
    [InlineData("It matters.", "It {whom} matters.", "step W1: nothing fills {whom} in “W1.why”")]
    [InlineData("这很要紧。", "这很要紧。\nW1.wy: 没人说", "nobody says “W1.wy”")]
    public void A_slip_in_one_language_is_told_beside_what_the_other_lacks(string old, string changed, string expected)
    {
        var file = old.Any(letter => letter > 0x2E7F) ? Zh : En;

        var faults = Lint.Check(SmallSet.With(file, old, changed), SmallSet.Bound);

        faults.Count.ShouldBe(2);
        faults.ShouldContain(fault => fault.File == file && fault.Line > 0 && fault.ToString().Contains(expected));
    }

    [Fact]
    public void A_text_over_4096_characters_is_found() =>
        Lint.Check(SmallSet.With(En, "It matters.", new string('a', 4097)), SmallSet.Bound)
            .ShouldHaveSingleItem().ToString().ShouldStartWith("text/en.yaml:4: step W1: “W1.why” has 4097 characters");

    [Fact]
    public void An_option_too_long_for_a_button_is_found()
    {
        var option = new string('a', 60);
        var files = SmallSet.Files();
        foreach (var file in new[] { Talk, En, Zh })
        {
            files[file] = files[file].Replace("again", option);
        }

        Lint.Check(SmallSet.Read(files), SmallSet.Bound).ShouldHaveSingleItem().ToString().ShouldStartWith($"talk.yaml:23: step menu: the option “{option}” is too long");
    }

    [Fact]
    public void A_step_that_the_program_opens_must_exist() =>
        Lint.Check(SmallSet.Read(SmallSet.Files()), SmallSet.Bound with { Entries = ["menu", "gone", "family.*"] })
            .Select(fault => fault.Sentence[..fault.Sentence.IndexOf(',')]).ShouldBe(["the program opens “family.*”", "the program opens “gone”"]);

    [Fact]
    public void Pillars_that_are_not_worth_100_are_found()
    {
        var faults = Lint.Check(SmallSet.With("index.yaml", "identity: 40}", "identity: 41}"), SmallSet.Bound);

        faults.Select(fault => fault.Sentence).ShouldBe(
            ["the items of identity have 40 points and the pillar 41; change one of the two", "the pillars are worth 101 together; make it 100"]);
    }

    [Fact]
    public void A_part_that_can_end_unasked_closes_a_circle()
    {
        var faults = Lint.Check(SmallSet.With(Talk, "call: {pick: some}\n    go: {none: menu, else: menu}", "call: hello\n    go: menu.part"), SmallSet.Bound);

        faults.ShouldBeEmpty("the called part asks");
        Lint.Check(SmallSet.With(Talk, "  W1:\n    ask", "  W1:\n    when: {fact: true}\n    ask"), SmallSet.Bound).ShouldBeEmpty();
        var files = SmallSet.Changed(SmallSet.Files(), Talk, "  W1:\n    ask", "  W1:\n    when: {fact: true}\n    ask");
        files = SmallSet.Changed(files, Talk, "call: {pick: some}\n    go: {none: menu, else: menu}", "call: hello\n    go: menu.part");
        Lint.Check(SmallSet.Read(files), SmallSet.Bound).ShouldHaveSingleItem().ToString()
            .ShouldStartWith("talk.yaml:27: step menu.part: the steps menu.part → menu.part run in a circle without a question");
    }
}
