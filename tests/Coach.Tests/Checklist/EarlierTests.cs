using Ontime.Bills;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Checklist;

/// <summary>What was is told where it is asked what is.</summary>
public sealed class EarlierTests
{
    [Theory]
    [InlineData(Language.ZhHans, "有一笔逾期了但是已经还清了")]
    [InlineData(Language.ZhHans, "以前有过，现在都还清了")]
    [InlineData(Language.ZhHans, "上个月晚了两天，已经还了")]
    [InlineData(Language.ZhHans, "现在没有，以前有")]
    [InlineData(Language.En, "used to, all paid now")]
    [InlineData(Language.En, "was late once, paid since")]
    [InlineData(Language.En, "had one, cleared it last month")]
    public void What_was_overdue_and_is_paid_is_not_overdue_and_settles_no_bill(Language language, string text)
    {
        var person = Asked(language);
        person.Say(text);

        person.Member!.Answers["R4"].Option.ShouldBe("none");
        person.Member.Bills.Single().Cycles.ShouldAllBe(cycle => cycle.State == CycleState.Open);
    }

    [Theory]
    [InlineData(Language.ZhHans, "以前逾期过")]
    [InlineData(Language.ZhHans, "去年逾期过一次")]
    [InlineData(Language.ZhHans, "花呗以前逾期过，还清了")]
    [InlineData(Language.En, "I was late last year")]
    [InlineData(Language.En, "once, a long time ago")]
    public void What_was_overdue_once_is_asked_whether_it_is_now(Language language, string text)
    {
        var person = Asked(language);

        person.Say(text).ShouldContain(language == Language.En ? "Now: is anything" : "现在呢");
        person.Member!.Answers.ContainsKey("R4").ShouldBeFalse();
    }

    [Theory]
    [InlineData(Language.ZhHans, "有一笔逾期了还没还清")]
    [InlineData(Language.ZhHans, "以前逾期的还了一部分")]
    [InlineData(Language.En, "had two, one is still unpaid")]
    public void What_is_not_over_is_not_taken_for_over(Language language, string text)
    {
        var person = Asked(language);
        person.Say(text);

        (person.Member!.Answers.GetValueOrDefault("R4")?.Option ?? "").ShouldNotBe("none");
    }

    [Theory]
    [InlineData("大部分", "some")]
    [InlineData("差不多都是", "some")]
    [InlineData("mostly", "some")]
    [InlineData("most of them", "some")]
    public void More_than_none_and_less_than_all_is_the_option_between(string text, string option)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "房租1号", "/check", text);

        person.Member!.Answers["R7"].Option.ShouldBe(option);
    }

    [Theory]
    [InlineData(Language.ZhHans, "不是花呗是借呗", BillKind.Jiebei)]
    [InlineData(Language.ZhHans, "打错了，是借呗", BillKind.Jiebei)]
    [InlineData(Language.En, "not Huabei, Jiebei", BillKind.Jiebei)]
    [InlineData(Language.En, "I meant Jiebei", BillKind.Jiebei)]
    [InlineData(Language.ZhHans, "不是花呗", BillKind.Huabei)]
    public void A_bill_named_wrongly_is_put_right_and_answers_nothing(Language language, string text, BillKind kind)
    {
        var person = new Newcomer(language, "Huabei 10th", text);

        person.Member!.Answers.ContainsKey("R7").ShouldBeFalse();
        person.Member.Bills.Single().Kind.ShouldBe(kind);
    }

    [Fact]
    public void A_yes_that_stands_for_more_can_be_changed_with_one_tap()
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "是");

        person.Buttons("有可能").ShouldContain("改");
        person.Member!.Answers["R7"].Option.ShouldBe("on_unsure");
    }

    [Theory]
    [InlineData(Language.ZhHans, "是", "有可能", "on_unsure")]
    [InlineData(Language.ZhHans, "自动还款开了", "会", "on_unsure")]
    [InlineData(Language.ZhHans, "开了", "不会", "on_funded")]
    [InlineData(Language.ZhHans, "开通了", "一直够", "on_funded")]
    [InlineData(Language.En, "yes", "it might", "on_unsure")]
    [InlineData(Language.En, "it's automatic", "no", "on_funded")]
    [InlineData(Language.En, "Autopay is on", "always enough", "on_funded")]
    public void A_bare_yes_to_auto_repay_is_asked_whether_the_money_is_there(Language language, string text, string then, string option)
    {
        var person = new Newcomer(language, "花呗10号", text);
        person.Member!.Answers.ContainsKey("R7").ShouldBeFalse();
        person.Say(then);

        person.Member.Answers["R7"].Option.ShouldBe(option);
    }

    [Theory]
    [InlineData("花呗自动还款没开", "off")]
    [InlineData("没开自动扣款", "off")]
    [InlineData("自动还款有的开了", "some")]
    public void What_was_asked_may_be_named_once_more(string text, string option)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", text);

        person.Member!.Answers["R7"].Option.ShouldBe(option);
    }

    [Theory]
    [InlineData(Language.ZhHans, "已经还了")]
    [InlineData(Language.ZhHans, "我都还完了")]
    [InlineData(Language.En, "I already paid")]
    public void A_yes_that_says_it_is_paid_denies_that_it_is_overdue(Language language, string text)
    {
        foreach (var before in (string[])["有", "yes"])
        {
            var person = Asked(language);
            person.Say(before);
            person.Say(text);

            person.Member!.Answers["R4"].Option.ShouldBe("none");
        }
    }

    [Theory]
    [InlineData(Language.ZhHans, "有一笔晚了一周", "lt30")]
    [InlineData(Language.ZhHans, "拖了半个月", "lt30")]
    [InlineData(Language.ZhHans, "晚了45天", "ge30")]
    [InlineData(Language.ZhHans, "逾期一个多月了", "ge30")]
    [InlineData(Language.En, "one bill is 3 days late", "lt30")]
    [InlineData(Language.En, "five weeks overdue", "ge30")]
    [InlineData(Language.En, "late by 2 months", "ge30")]
    public void How_long_it_is_overdue_is_the_option_of_that_length(Language language, string text, string option)
    {
        var person = Asked(language);
        person.Say(text);

        (person.Member!.Top?.Open?.Pending ?? person.Member.Answers["R4"].Option).ShouldBe(option);
    }

    [Theory]
    [InlineData(Language.ZhHans, "应该没有吧", "none")]
    [InlineData(Language.En, "probably not", "none")]
    [InlineData(Language.En, "nothing as far as I know", "none")]
    public void An_answer_with_care_is_asked_back_and_counts_once_it_is_right(Language language, string text, string option)
    {
        foreach (var right in (bool[])[true, false])
        {
            var person = Asked(language);
            person.Say(text);
            person.Member!.Answers.ContainsKey("R4").ShouldBeFalse();
            person.Say(language == Language.En ? right ? "yes" : "no" : right ? "对" : "不是");

            person.Member.Answers.GetValueOrDefault("R4")?.Option.ShouldBe(option);
            person.Member.Answers.ContainsKey("R4").ShouldBe(right);
            person.Member.Top!.Open.ShouldNotBeNull().Pending.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("10号左右，不太确定", 10)]
    [InlineData("好的，10号", 10)]
    [InlineData("十五号吧应该是", 15)]
    public void A_value_said_with_care_or_courtesy_is_that_value(string text, int day)
    {
        var person = new Newcomer(Language.ZhHans, "花呗", text);

        person.Member!.Bills.Single().Day!.Value.Number.ShouldBe(day);
    }

    [Theory]
    [InlineData("三年前", "y2to5")]
    [InlineData("10年前有一笔", "over5")]
    [InlineData("six months ago", "lt2")]
    public void How_long_ago_it_was_cleared_is_the_option_of_that_time(string text, string option)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/cancel");
        person.Open("R5");
        person.Say(text);

        person.Member!.Answers["R5"].Option.ShouldBe(option);
    }

    [Theory]
    [InlineData("yes, always funded", "on_funded")]
    [InlineData("开了，钱够", "on_funded")]
    [InlineData("no, manual", "off")]
    public void A_yes_and_which_is_the_one_that_is_named(string text, string option)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", text);

        person.Member!.Answers["R7"].Option.ShouldBe(option);
    }

    [Fact]
    public void A_word_that_is_an_option_is_no_small_talk()
    {
        var person = new Newcomer(Language.En, "Huabei 10th", "/cancel");
        person.Open("G2");
        person.Say("later");

        person.Member!.Answers["G2"].Option.ShouldBe("later");
    }

    private static Newcomer Asked(Language language) => new(language, "Huabei 10th", language == Language.En ? "off" : "没开");
}
