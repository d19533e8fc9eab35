using Ontime.Typing;

namespace Ontime.Tests.Walk;

/// <summary>Questions that people ask back, and what they want done with what is kept of them.</summary>
public sealed class AskedBackTests
{
    [Theory]
    [InlineData("花呗上征信吗", "征信：开户")]
    [InlineData("does Huabei show on my credit report?", "central bank")]
    [InlineData("650分算高吗", "350到950")]
    [InlineData("what is a good Sesame score", "350 to 950")]
    [InlineData("芝麻分几号更新", "每月更新一次")]
    [InlineData("逾期记录多久会消", "留5年")]
    [InlineData("can you delete my late payments", "five years")]
    [InlineData("征信在哪查", "免费查两次")]
    [InlineData("why did my score drop", "gives no reasons")]
    [InlineData("芝麻分怎么提高", "打包票")]
    [InlineData("花呗能提现吗", "答不上来")]
    [InlineData("is Huabei a loan", "won’t guess")]
    public void A_question_is_answered_or_not_known_and_answers_nothing(string text, string answer)
    {
        var language = text.Any(letter => letter > 127) ? Language.ZhHans : Language.En;
        foreach (var lines in (string[][])[[], ["Huabei 10th"], ["Huabei 10th", "off"], ["Huabei 10th", "/cancel"]])
        {
            var person = new Newcomer(language, lines);
            var before = (person.Member!.Answers, person.Member.Bills, person.Member.Top?.Step, person.Member.Top?.Open?.Misses);

            person.Say(text).ShouldContain(answer);
            (person.Member.Answers, person.Member.Bills, person.Member.Top?.Step, person.Member.Top?.Open?.Misses).ShouldBe(before, text);
        }
    }

    [Theory]
    [InlineData("什么意思")]
    [InlineData("what do you mean")]
    public void Whoever_does_not_understand_is_shown_how(string text) => Asides.Read(text, Language.En).ShouldBe(Aside.Example);

    [Theory]
    [InlineData("forget", "删除我的记录|把我的数据删了|帮我删掉聊天记录|delete my records|erase my record|wipe my record|please erase everything you know about me|wipe all my data")]
    [InlineData("log", "刚申请了一张信用卡|我昨天申请了借呗|借了2000|我又借了网贷|I applied for a card|I just took out a loan from the bank")]
    [InlineData(null, "能不能借2000|我申请了护照|I got a loan of patience|借了他2000没还|I applied for a job")]
    [InlineData("privacy", "你会删除我的数据吗|do you ever delete my data?")]
    [InlineData(null, "不要删我的数据|删除我的逾期记录|delete the bank’s record on me|don’t delete my data|删掉花呗的数据")]
    public void What_is_kept_here_is_erased_when_asked_and_nothing_that_others_keep(string? command, string texts)
    {
        foreach (var text in texts.Split('|'))
        {
            Wishes.Read(text).ShouldBe(command, text);
        }
    }

    [Theory]
    [InlineData("delete my bad record")]
    [InlineData("帮我把逾期记录消掉")]
    public void A_bad_record_that_somebody_erases_stays_the_scam_it_is(string text)
    {
        var person = new Newcomer(Language.En, "Huabei 10th", text);

        person.Member!.Top!.Step.ShouldBe("scam");
    }

    [Theory]
    [InlineData("I4", "1和3", "job,address")]
    [InlineData("I4", "第一个和第三个", "job,address")]
    [InlineData("I4", "first and third", "job,address")]
    [InlineData("I4", "the first two", "job,education")]
    [InlineData("I4", "工作、邮箱", "job,email")]
    [InlineData("I4", "job and email", "job,email")]
    [InlineData("I4", "除了邮箱都填了", "job,education,address,asset")]
    [InlineData("I4", "everything except email", "job,education,address,asset")]
    [InlineData("I4", "都填了", "job,education,address,email,asset")]
    [InlineData("I4", "没有邮箱", null)]
    [InlineData("I4", "no email", null)]
    [InlineData("I4", "1和9", null)]
    [InlineData("I4", "第一个和都没填", null)]
    [InlineData("U2", "1、3", "dining,travel")]
    public void Several_are_chosen_by_their_places_or_names(string step, string text, string? many)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/cancel");
        person.Open(step);
        person.Say(text);

        person.Member!.Answers.GetValueOrDefault(step)?.Many.ShouldBe(many?.Split(','));
        person.Member.Answers.ContainsKey(step).ShouldBe(many is not null);
    }

    [Theory]
    [InlineData("第二个", "mostly")]
    [InlineData("the second one", "mostly")]
    [InlineData("option 3", "varies")]
    [InlineData("最后一个", "decline")]
    [InlineData("2", null)]
    public void One_is_chosen_by_its_place_where_the_words_say_so(string text, string? option)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/cancel");
        person.Open("C1");
        person.Say(text);

        person.Member!.Answers.GetValueOrDefault("C1")?.Option.ShouldBe(option);
        person.Member.Answers.ContainsKey("C1").ShouldBe(option is not null);
    }
}
