using System.Collections.Immutable;
using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Tests.Dialogs;

/// <summary>People inside a dialog when an edition changes it.</summary>
public sealed class EditionsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly DialogSet Before = SmallSet.Read(SmallSet.Files());
    private static readonly Member Newcomer = new() { ChatId = 1, Language = Language.En, Zone = "UTC", Joined = Now, LastInput = Now };

    private static readonly Member AtW2 = Newcomer with
    {
        Frames = [new Frame("talk", "W2", false) { Open = new Open(7, 0, null, Now), Trail = ["W1"] }],
        Asked = 7,
        Answers = Answers(("W1", new Answer("no", Now))),
    };

    [Fact]
    public void Where_nothing_changed_the_member_goes_on_unchanged()
    {
        var (member, settled) = Editions.Settle(AtW2, Before);

        settled.ShouldBe(Settled.GoesOn);
        Same(member, AtW2);
    }

    [Fact]
    public void A_renamed_step_takes_the_place_the_answers_the_trail_the_notes_and_the_plans_with_it()
    {
        var member = AtW2 with
        {
            Frames = [AtW2.Frames[0].With("again", "W1").With("parts", "hello W1").With("W1", "no").With("=W1", "x")],
            Plans = [new IfThen("W1", "W1.plan.tonight", null, Now)],
        };

        var (mapped, settled) = Editions.Settle(member, Renamed("W1", "done"));

        settled.ShouldBe(Settled.Mapped);
        mapped.Top!.Trail.ShouldBe(["done"]);
        mapped.Top.Notes.ShouldBe(ImmutableSortedDictionary<string, string>.Empty
            .Add("=done", "x").Add("again", "done").Add("done", "no").Add("parts", "hello done"));
        mapped.Answers.ShouldHaveSingleItem().ShouldBe(new("done", new Answer("no", Now)));
        mapped.Plans.ShouldHaveSingleItem().ShouldBe(new IfThen("done", "done.plan.tonight", null, Now));
    }

    [Fact]
    public void The_open_question_stays_open_under_its_new_name()
    {
        var (mapped, settled) = Editions.Settle(AtW2, Renamed("W2", "share"));

        settled.ShouldBe(Settled.Mapped);
        mapped.Top!.Step.ShouldBe("share");
        mapped.Top.Open.ShouldBe(new Open(7, 0, null, Now));
    }

    [Fact]
    public void Answers_to_a_renamed_item_keep_their_points()
    {
        var after = Renamed("W1", "done");
        var (mapped, settled) = Editions.Settle(AtW2 with { Frames = [] }, after);

        settled.ShouldBe(Settled.GoesOn, "nobody is inside");
        after.Items["done"].Gates.ShouldContainKey(mapped.Answers["done"].Option);
        after.Items["done"].Shares[mapped.Answers["done"].Option].ShouldBe(Before.Items["W1"].Shares["no"]);
    }

    [Fact]
    public void An_answer_given_under_the_new_name_is_not_overwritten_by_the_old_one()
    {
        var both = AtW2 with { Answers = Answers(("W1", new Answer("no", Now)), ("done", new Answer("yes", Now))) };

        Editions.Settle(both, Renamed("W1", "done")).Member.Answers.ShouldHaveSingleItem().Value.Option.ShouldBe("yes");
    }

    [Fact]
    public void A_step_that_is_gone_leads_back_along_the_trail()
    {
        var inside = AtW2 with { Frames = [AtW2.Frames[0] with { Trail = ["W1", "menu"] }] };

        var (member, settled) = Editions.Settle(inside, Without("W2", "menu", "menu.part"));

        settled.ShouldBe(Settled.SetBack);
        member.Top.ShouldNotBeNull().ShouldSatisfyAllConditions(
            frame => frame.Step.ShouldBe("W1"),
            frame => frame.Open.ShouldBeNull(),
            frame => frame.Trail.ShouldBeEmpty());
        member.Answers.ShouldContainKey("W1");
    }

    [Fact]
    public void Where_a_whole_dialog_is_gone_the_one_below_goes_on()
    {
        var below = new Frame("talk", "W1", false) { Open = new Open(6, 0, null, Now) };
        var (member, settled) = Editions.Settle(AtW2 with { Frames = [below, new Frame("menu", "menu", true) { Open = new Open(7, 0, null, Now) }] }, Without("W2", "menu", "menu.part"));

        settled.ShouldBe(Settled.SetBack);
        member.Frames.ShouldHaveSingleItem();
        Same(member with { Answers = AtW2.Answers }, AtW2 with { Frames = [below] });
    }

    [Fact]
    public void Where_nothing_is_left_the_member_stands_nowhere()
    {
        var (member, settled) = Editions.Settle(AtW2 with { Frames = [AtW2.Frames[0] with { Step = "gone", Trail = ["lost"] }] }, Before);

        settled.ShouldBe(Settled.SetBack);
        member.Frames.ShouldBeEmpty();
    }

    [Fact]
    public void A_caller_that_is_gone_is_set_back_in_silence_while_its_part_goes_on()
    {
        var caller = new Frame("talk", "gone", false) { Trail = ["W1"] };
        var (member, settled) = Editions.Settle(AtW2 with { Frames = [caller, AtW2.Frames[0]] }, Before);

        settled.ShouldBe(Settled.GoesOn);
        member.Frames[0].Step.ShouldBe("W1");
        member.Frames[1].Open.ShouldNotBeNull();
    }

    [Fact]
    public void An_option_that_is_gone_is_dropped_with_its_answer_and_the_others_stay()
    {
        var answers = Answers(("W1", new Answer("maybe", Now)), ("W2", new Answer("low", Now, Number: 12)), ("gone", new Answer("x", Now)), ("menu", new Answer(Answer.Skipped, Now)));

        var (member, settled) = Editions.Settle(AtW2 with { Answers = answers }, Before);

        settled.ShouldBe(Settled.GoesOn);
        member.Answers.Keys.ShouldBe(["W2", "gone", "menu"]);
    }

    [Fact]
    public void Ticks_that_are_gone_are_dropped_and_an_answer_of_nothing_else_with_them()
    {
        var set = SmallSet.With("talk.yaml", "choice: [yes, no, unsure]", "many: [yes, no, unsure]");
        Answer Ticked(params string[] many) => new(Answer.Value, Now, Many: many);

        var some = Editions.Settle(AtW2 with { Answers = Answers(("W1", Ticked("yes", "gone"))) }, set).Member;
        var none = Editions.Settle(AtW2 with { Answers = Answers(("W1", Ticked("gone"))) }, set).Member;

        some.Answers["W1"].Many.ShouldBe(["yes"]);
        none.Answers.ShouldBeEmpty();
    }

    [Fact]
    public void A_question_that_waits_forgets_ticks_and_a_pending_answer_that_are_gone()
    {
        var set = SmallSet.With("talk.yaml", "choice: [again, done]", "many: [again, done]");
        var frame = new Frame("talk", "menu", false) { Open = new Open(7, 0, "lost", Now) };

        var (member, settled) = Editions.Settle(AtW2 with { Frames = [frame.With("ticks", "again lost")] }, set);

        settled.ShouldBe(Settled.GoesOn);
        member.Top!.Note("ticks").ShouldBe("again");
        member.Top.Open!.Pending.ShouldBeNull();
    }

    [Fact]
    public void A_step_that_no_longer_asks_is_run_anew()
    {
        var files = SmallSet.Changed(SmallSet.Files(), "talk.yaml", "    ask: {choice: [again, done]}\n    go: {again: menu.part, done: end}", "    say: true\n    go: end");

        var (member, settled) = Editions.Settle(AtW2 with { Frames = [new Frame("talk", "menu", false) { Open = new Open(7, 0, null, Now) }] }, SmallSet.Read(files));

        settled.ShouldBe(Settled.SetBack);
        member.Top!.Open.ShouldBeNull();
    }

    [Fact]
    public void The_way_back_to_the_edition_before_finds_everything_again()
    {
        var (there, _) = Editions.Settle(AtW2, Renamed("W1", "done"));
        var (back, settled) = Editions.Settle(there, SmallSet.With("talk.yaml", "  W1:\n", "  W1:\n    renamed_from: done\n"));

        settled.ShouldBe(Settled.Mapped);
        Same(back, AtW2);
        Same(Editions.Settle(Editions.Settle(AtW2 with { Frames = [] }, Without("W2", "menu", "menu.part")).Member, Before).Member, AtW2 with { Frames = [] });
    }

    [Fact]
    public void Whoever_answers_a_question_that_is_gone_is_told_and_asked_where_they_stand_now()
    {
        var desk = new Operator(null, null, null);
        var before = new Coach(SmallSet.Read(DialogFiles.Shipped), desk);
        var person = new Person(1, null, "en");
        var member = before.Handle(null, new Input.Tapped(person, "s:en:consent:agree", 1, "1"), Now).Member.ShouldNotBeNull();
        member.Top!.Step.ShouldBe("G1");
        var files = DialogFiles.Shipped.ToDictionary(file => file.Key, file => System.Text.RegularExpressions.Regex.Replace(file.Value, @"\bG1\b", "G9"));

        var turn = new Coach(SmallSet.Read(files), desk).Handle(member, new Input.Said(person, "never pay late", 2, Now), Now);

        turn.Member!.Answers.ShouldBeEmpty();
        turn.Member.Top!.Step.ShouldBe("G9");
        turn.Effects.OfType<Effect.Say>().SelectMany(say => say.Message.Lines).First().Key.ShouldBe("house.moved");
        turn.Effects.OfType<Effect.Say>().Count(say => say.Name == "q").ShouldBe(1);
    }

    [Fact]
    public void The_preview_foresees_by_the_step_alone_what_will_be_done()
    {
        foreach (var set in new[] { Before, Renamed("W1", "done"), Renamed("W2", "share"), Without("W2", "menu", "menu.part") })
        {
            foreach (var step in new[] { "W1", "W2", "menu", "menu.part", "gone" })
            {
                var inside = AtW2 with { Frames = [AtW2.Frames[0] with { Step = step, Trail = [] }] };
                Editions.Foresee(step, set).ShouldBe(Editions.Settle(inside, set).Settled);
            }
        }

        Editions.Foresee("W2", Renamed("W2", "share")).ShouldBe(Settled.Mapped);
    }

    /// <summary>The dialogs with one step under a new name that says where it comes from.</summary>
    private static DialogSet Renamed(string old, string now)
    {
        var files = SmallSet.Files();
        files["talk.yaml"] = files["talk.yaml"].Replace($"  {old}:\n", $"  {now}:\n    renamed_from: {old}\n").Replace($": {old},", $": {now},").Replace($"go: {old}\n", $"go: {now}\n").Replace($"{{{old}: [", $"{{{now}: [");
        return SmallSet.Read(files);
    }

    private static DialogSet Without(params string[] steps)
    {
        var files = SmallSet.Files();
        var at = files["talk.yaml"].IndexOf($"  {steps[0]}:", StringComparison.Ordinal);
        files["talk.yaml"] = files["talk.yaml"][..at];
        var set = SmallSet.Read(files);
        steps.ShouldAllBe(step => set.Find(step) == null);
        return set;
    }

    private static ImmutableSortedDictionary<string, Answer> Answers(params (string Step, Answer Answer)[] answers) =>
        answers.ToImmutableSortedDictionary(pair => pair.Step, pair => pair.Answer);

    /// <summary>Equal as it would be stored.</summary>
    private static void Same(Member one, Member other) => MemberCodec.Write(one).ShouldBe(MemberCodec.Write(other));
}
