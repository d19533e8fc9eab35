using NodaTime;
using Ontime.Admin;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Tests.Reminders;
using Ontime.Tests.Walk;
using Ontime.Words;
using Ontime.Tests.Members;

namespace Ontime.Tests.Admin;

/// <summary>B53: who is an admin is decided by the numeric id alone, and whoever is none learns nothing of there being any.</summary>
public class DeskTests
{
    private const long Admin = 900, Other = 901, Lin = 1;

    private static readonly Coach Coach = new(Shipped.Set, new Operator("Lin’s desk", null, "ontime_bot") { AdminIds = [Admin, Other] });
    private static readonly Renderer Renderer = new(Shipped.Set);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    [Fact]
    public void An_admin_needs_no_consent_and_leaves_no_member()
    {
        var turn = Handle(null, Said(Admin, "/admin"));

        turn.Member.ShouldBeNull();
        Words(turn).ShouldContain("/admin message ID TEXT");
        turn.Audit.ShouldBe([new Audited(Admin, "menu", null, Refused: false)]);
    }

    [Fact]
    public void An_order_leaves_the_admin_as_a_person_untouched()
    {
        var member = Member(Admin);

        Handle(member, Said(Admin, "/admin stats")).ShouldSatisfyAllConditions(
            turn => MemberCodec.Write(turn.Member!).ShouldBe(MemberCodec.Write(member)),
            turn => turn.Effects.ShouldBe([new Effect.Report(new Order.Stats(StatsPart.People))]));
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/Admin@ontime_bot ban 42 sure")]
    [InlineData("/admin message 1 hello")]
    public void Whoever_is_no_admin_sees_what_any_unknown_command_gives(string text)
    {
        foreach (var member in (Member?[])[null, Member(Lin)])
        {
            // The name and the language of an admin change nothing.
            var tried = Handle(member, Said(Lin, text));
            var unknown = Handle(member, Said(Lin, "/adminn"));

            Written(tried).ShouldBe(Written(unknown));
            tried.Audit.ShouldBe([new Audited(Lin, "admin", null, Refused: true)]);
            unknown.Audit.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_forged_button_gives_what_any_old_button_gives()
    {
        foreach (var member in (Member?[])[null, Member(Lin)])
        {
            var forged = Handle(member, Tapped(Lin, "a:ban 42 sure"));
            var old = Handle(member, Tapped(Lin, "z:1"));

            Written(forged).ShouldBe(Written(old));
            forged.Effects.ShouldNotContain(effect => effect is Effect.Tell || effect is Effect.Report);
            forged.Audit.ShouldBe([new Audited(Lin, "button", null, Refused: true)]);
        }
    }

    [Fact]
    public void What_a_person_writes_in_reply_to_the_coach_is_no_order_of_theirs()
    {
        var turn = Handle(Member(Lin), Said(Lin, "thanks") with { RepliesTo = 42 });

        turn.Effects.ShouldNotContain(effect => effect is Effect.Tell);
        turn.Audit.ShouldBeEmpty();
    }

    [Fact]
    public void An_admins_reply_goes_to_the_person_it_names()
    {
        var turn = Handle(null, Said(Admin, "It is mended.") with { RepliesTo = 42 });

        turn.Effects.ShouldBe([new Effect.Tell(42, new Input.Ordered(new Order.Message(42, "It is mended."), Admin, Language.En))]);
        turn.Audit.ShouldBe([new Audited(Admin, "message", 42, Refused: false)]);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("ban")]
    public void What_cannot_be_unsaid_is_asked_first(string word)
    {
        var asked = Handle(null, Said(Admin, $"/admin {word} 42"));
        asked.Effects.ShouldNotContain(effect => effect is Effect.Tell);
        var button = asked.Effects.OfType<Effect.Say>().Single().Message.Rows.Single().Single();

        var ordered = Handle(null, Tapped(Admin, button.Data));

        ordered.Effects.OfType<Effect.Tell>().Single().ChatId.ShouldBe(42);
        ordered.Effects[0].ShouldBeOfType<Effect.Answer>();
    }

    [Fact]
    public void An_order_about_nobody_says_so_to_the_admin_and_nothing_to_anybody_else()
    {
        var turn = Handle(null, new Input.Ordered(new Order.Message(42, "hello"), Admin, Language.En));

        var tell = turn.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.Tell>();
        tell.ChatId.ShouldBe(Admin);
        Words(Handle(null, tell.Input)).ShouldContain("nobody");
    }

    [Fact]
    public void The_operators_words_reach_the_person_marked_as_theirs()
    {
        var turn = Handle(Member(Lin), new Input.Ordered(new Order.Message(Lin, "<b>hello</b>"), Admin, Language.ZhHans));

        Words(turn).ShouldContain("From the person who runs this coach:\n&lt;b&gt;hello&lt;/b&gt;");
        turn.Events.Single().Data.ShouldBe(new Dictionary<string, string> { ["what"] = "message" });
        turn.Effects.OfType<Effect.Tell>().Single().ChatId.ShouldBe(Admin);
    }

    [Fact]
    public void A_reset_closes_what_is_open_and_keeps_what_was_answered()
    {
        var member = Member(Lin) with { Frames = [new Frame("bills", "bills", interrupt: false)] };
        var answered = member with { Answers = member.Answers.SetItem("R4", new Answer("none", Now)) };

        var turn = Handle(answered, new Input.Ordered(new Order.Reset(Lin, Sure: true), Admin, Language.En));

        turn.Member!.Frames.ShouldBeEmpty();
        turn.Member.Answers.ShouldBe(answered.Answers);
        turn.Member.Bills.ShouldBe(answered.Bills);
    }

    [Fact]
    public void Who_is_banned_is_answered_once_and_reminded_of_nothing()
    {
        var banned = Handle(Member(Lin), new Input.Ordered(new Order.Ban(Lin, Sure: true), Admin, Language.En)).Member!;
        Counting.Status(banned).ShouldBe("banned");
        (banned.DueAt - Now > Duration.FromDays(600)).ShouldBeTrue("only the end of keeping is waited for");

        var first = Handle(banned, Said(Lin, "hello"));
        var second = Handle(first.Member, Tapped(Lin, "c:index"));

        Words(first).ShouldContain("closed this conversation");
        second.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.Answer>().Toast.ShouldBeNull();
        Handle(second.Member, new Input.Wake()).Effects.ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_banned_can_still_be_forgotten_and_unbanned()
    {
        var banned = Member(Lin) with { Banned = new Ban(Now, Said: true) };
        Handle(banned, Said(Lin, "/export")).Effects.ShouldContain(effect => effect is Effect.File);
        var asked = Handle(banned, Said(Lin, "/forget"));
        Handle(asked.Member, Tapped(Lin, $"q{asked.Member!.Asked}:all")).Forget.ShouldBeTrue();

        var free = Handle(banned, new Input.Ordered(new Order.Unban(Lin), Admin, Language.En)).Member!;
        Words(Handle(free, Said(Lin, "/help"))).ShouldContain("/check");
    }

    [Fact]
    public void Feedback_reaches_every_admin_and_stays_nowhere_else()
    {
        var opened = Handle(Member(Lin), Said(Lin, "/feedback"));

        var turn = Handle(opened.Member, Said(Lin, "the tenth is wrong"));

        turn.Effects.OfType<Effect.Tell>().ShouldBe([
            new Effect.Tell(Admin, new Input.Feedback(Lin, "the tenth is wrong", Language.En)),
            new Effect.Tell(Other, new Input.Feedback(Lin, "the tenth is wrong", Language.En)),
        ]);
        System.Text.Encoding.UTF8.GetString(MemberCodec.Write(turn.Member!)).ShouldNotContain("tenth");
        turn.Events.SelectMany(happened => happened.Data.Values).ShouldNotContain(value => value.Contains("tenth"));
        Words(Handle(null, turn.Effects.OfType<Effect.Tell>().First().Input)).ShouldBe("#1 writes to you:\nthe tenth is wrong");
    }

    [Fact]
    public void Feedback_says_so_where_nobody_would_read_it()
    {
        var alone = new Coach(Shipped.Set, new Operator(null, null, null));

        Words(alone.Handle(Member(Lin), Said(Lin, "/feedback"), Now)).ShouldContain("Nobody reads messages here");
    }

    private static Member Member(long id) => People.With("Asia/Shanghai", Now, People.Due(DueDay.Of(10), Now, "Asia/Shanghai", 1)) with { ChatId = id, Language = Language.En };

    private static Turn Handle(Member? member, Input input) => Coach.Handle(member is null ? null : member.Again(), input, Now);

    // Everybody has the same name here: it is nothing to go by.
    private static Input.Said Said(long id, string text) => new(new Person(id, "The Admin", "en"), text, 5, Now);

    private static Input.Tapped Tapped(long id, string data) => new(new Person(id, "The Admin", "en"), data, 5, "query");

    private static byte[] Written(Turn turn) => EffectCodec.Write(new Outgoing(turn.Language, turn.Effects));

    private static string Words(Turn turn) =>
        string.Join('\n', turn.Effects.OfType<Effect.Say>().Select(say => Renderer.Render(turn.Language, say.Message).Html));
}
