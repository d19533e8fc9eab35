using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

/// <summary>Transcripts are read, played, compared and written anew.</summary>
public sealed class TranscriptsTests
{
    private const string File = "tests/first.yaml";

    private const string Inputs = """
        # Kept above the title.
        title: The first minutes
        language: en
        at: 2026-11-22T12:00
        zone: Asia/Shanghai
        turns:
          - you: /start
          - you: /help
          - wait: 3d
          - you: "a \"quoted\" line: with # signs"
        """;

    private static readonly DialogSet Set = SmallSet.Read(DialogFiles.Shipped);

    [Fact]
    public void What_is_written_down_runs_clean()
    {
        var written = Written(Inputs);

        written.ShouldStartWith("# Kept above the title.\ntitle: \"The first minutes\"\n");
        written.ShouldContain("  - coach: |\n");
        written.ShouldContain("  - buttons: [[");
        Faults(written).ShouldBeEmpty();
        Transcripts.Update(Set, Files(written)).Files.ShouldBeEmpty("nothing is left to change");
    }

    [Fact]
    public void Writer_and_reader_give_back_the_same_conversation()
    {
        var turns = new Beat[]
        {
            new Beat.You("  two\nlines"), new Beat.Coach("one\n\n  indented\nlast"), new Beat.Buttons([["a", "b: c"], ["“d” # e"]]), new Beat.Toast("- t"),
            new Beat.Tap("yes"), new Beat.Edit(" begins with a space"), new Beat.Deleted(), new Beat.Wait("40d"), new Beat.Coach("ends\n"), new Beat.Coach("好：是"),
        };
        var transcript = new Transcript("a: b", Language.ZhHans, new NodaTime.LocalDateTime(2026, 11, 22, 9, 30), "Europe/Berlin", turns, Admin: true, "# note\n");

        var (read, faults) = TranscriptReader.Read(File, TranscriptWriter.Write(transcript));

        faults.ShouldBeEmpty();
        read.ShouldNotBeNull().ShouldSatisfyAllConditions(
            one => (one with { Turns = [] }).ShouldBe(transcript with { Turns = [] }, new Same()),
            one => one.Turns.Select(turn => turn.Words.TrimEnd('\n')).ShouldBe(turns.Select(turn => turn.Words.TrimEnd('\n'))));
    }

    [Fact]
    public void A_difference_names_its_line_what_was_expected_and_what_came()
    {
        var lines = Written(Inputs).Split('\n').ToList();
        var at = lines.FindIndex(line => line.StartsWith("  - coach: |", StringComparison.Ordinal));
        lines[at + 1] = "      Something else";

        var fault = Faults(string.Join('\n', lines)).ShouldHaveSingleItem();

        fault.ShouldSatisfyAllConditions(
            one => one.File.ShouldBe(File),
            one => one.Line.ShouldBe(at + 1),
            one => one.Sentence.ShouldStartWith("expected\n  coach: Something else"),
            one => one.Sentence.ShouldContain("but got\n  coach: "));
    }

    [Fact]
    public void What_the_coach_says_beyond_the_transcript_is_a_difference() =>
        Faults(Inputs)[0].Sentence.ShouldStartWith("expected\n  nothing more\n  but got\n  coach: ");

    [Fact]
    public void A_button_that_is_not_there_is_told_with_those_that_are()
    {
        var fault = Faults(Inputs.Replace("- you: /help", "- tap: Nowhere"))[^1];

        fault.Line.ShouldBe(8);
        fault.Sentence.ShouldStartWith("no button is called “Nowhere”; there are ");
        fault.Sentence.Length.ShouldBeGreaterThan("no button is called “Nowhere”; there are ".Length);
    }

    [Fact]
    public void An_unfilled_placeholder_is_a_difference()
    {
        var files = DialogFiles.Shipped.ToDictionary();
        files["text/en.yaml"] = string.Join('\n', files["text/en.yaml"].Split('\n').Where(line => !line.StartsWith("stranger.help:", StringComparison.Ordinal)))
            + "\nstranger.help: Help for {nobody}\n";

        var report = Transcripts.Run(SmallSet.Read(files), Files(Inputs));

        report.Results[0].Faults.ShouldContain(fault => fault.Line == 8 && fault.Sentence == "a placeholder was not filled: coach: Help for {nobody}");
    }

    [Fact]
    public void Steps_that_no_transcript_says_are_uncovered()
    {
        var report = Transcripts.Run(Set, Files(Inputs));

        report.Passed.ShouldBeFalse();
        report.Covered.ShouldContain("welcome");
        report.Uncovered.ShouldContain("G1");
        report.Covered.Concat(report.Uncovered).Order().ShouldBe(
            Set.Dialogs.SelectMany(dialog => dialog.Steps).Where(step => step.Doing is Doing.Say or Doing.Asking && step.Id != Ontime.Checklist.Item.PaymentRecord).Select(step => step.Id).Order());
    }

    [Theory]
    [InlineData("title: x\n", "", "tests/first.yaml:1: “title” says in a few words what happens")]
    [InlineData("language: en", "language: fr", "tests/first.yaml:1: “language” is en or zh-Hans")]
    [InlineData("at: 2026-11-22T12:00", "at: noon", "tests/first.yaml:1: “at” is a local time such as 2026-11-22T12:00")]
    [InlineData("zone: Asia/Shanghai", "zone: Atlantis", "tests/first.yaml:1: “Atlantis” is no time zone of the tz database, such as Asia/Shanghai")]
    [InlineData("zone: Asia/Shanghai", "zoon: Asia/Shanghai", "tests/first.yaml:4: “zoon” is not known here; known are title, language, at, zone, admin, turns")]
    [InlineData("- wait: 3d", "- wait: three days", "tests/first.yaml:7: “three days” is no time; write 40d, 12h or 45m")]
    [InlineData("- wait: 3d", "- coat: x", "tests/first.yaml:7: “coat” is no turn; known are you, tap, coach, edit, buttons: [[a, b], [c]], toast, wait, deleted")]
    [InlineData("- wait: 3d", "- {you: a, tap: b}", "tests/first.yaml:7: each turn is one key, such as “- you: text”")]
    [InlineData("- you: /start", "- coach: x", "tests/first.yaml:1: “turns” begins with what the person does: you, tap or wait")]
    public void A_transcript_that_cannot_be_read_says_why(string old, string changed, string expected)
    {
        const string Small = "title: x\nlanguage: en\nat: 2026-11-22T12:00\nzone: Asia/Shanghai\nturns:\n  - you: /start\n  - wait: 3d\n";

        Faults(Small.Replace(old, changed)).ShouldHaveSingleItem().ToString().ShouldBe(expected);
    }

    private static string Written(string content)
    {
        var (files, faults) = Transcripts.Update(Set, Files(content));
        faults.ShouldBeEmpty();
        return files[File];
    }

    private static IReadOnlyList<Fault> Faults(string content) => Transcripts.Run(Set, Files(content)).Results.ShouldHaveSingleItem().Faults;

    private static Dictionary<string, string> Files(string content) => new() { [File] = content, ["tests/notes.txt"] = "not played", ["other.yaml"] = "not played" };

    private sealed class Same : IEqualityComparer<Transcript>
    {
        public bool Equals(Transcript? x, Transcript? y) => (x! with { Turns = y!.Turns }).Equals(y);

        public int GetHashCode(Transcript obj) => 0;
    }
}
