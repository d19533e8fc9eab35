using System.Runtime.CompilerServices;
using Ontime.Shield;

namespace Ontime.Tests.Shield;

public sealed class WatchTests
{
    private static readonly string Yaml = File.ReadAllText(Dialogs("shield.yaml"));
    private static readonly Watch Watch = new(ShieldWords.Read(Yaml).Words);

    public static string Dialogs(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "dialogs", file);

    [Fact]
    public void The_shipped_words_have_no_faults() => ShieldWords.Read(Yaml).Faults.ShouldBeEmpty();

    [Fact]
    public void Words_of_danger_alarm() => Wrong(typeof(Alarm.Danger),
        "我真的不想活了", "活不下去了", "我撑不下去了", "真想一了百了", "I can't go on anymore", "不 想 活 了", "我想死", "想自杀", "自 杀", "我想輕生", "不想活了，欠太多", "结束生命", "想结束自己的生命", "一死了之", "死了算了", "活着没意思", "割腕",
        "我从楼上跳楼算了", "写好遗书了", "生无可恋", "不如死了", "我要去死", "活着太累了", "想离开这个世界", "I want to kill myself", "suicide", "I feel suicidal", "I want to end it all", "I don’t want to live any more",
        "dont want to live", "I'd be better off dead", "they would be better off without me", "self-harm", "SELF HARM", "I want to die", "i wanna die", "I wish I was dead", "nothing to live for",
        "I will hang myself", "end my life tonight", "life is not worth living", "I'm going to hurt myself", "不想活了 身份证110101199001011234", "有人说交手续费提额，我不想活了", "tired of living");

    [Fact]
    public void Ordinary_words_with_death_in_them_do_not_alarm() => Quiet(
        "累死了", "笑死我了", "想死你了", "穷死了", "这个月穷死了", "饿死了", "气死我了", "烦死了", "手机死机了", "死活还不上", "我不想死", "不想活动", "今天不想活动", "跳楼价", "跳楼大甩卖", "打死也不借了",
        "店活不下去了", "公司撑不下去了", "I can't go on holiday", "公司生意活不下去", "deadline", "the deadline is Friday", "dead link", "this is killing me", "my back is killing me", "I'm dying to know", "a cake to die for", "Suicide Squad", "I don't want to live in Beijing",
        "I don't want to live with my parents", "die hard", "my phone died", "死记硬背", "忙死", "热死了", "想不开户", "困死了", "I cut myself some slack", "killer deal", "skill myself up");

    [Fact]
    public void Numbers_that_identify_somebody_alarm() => Wrong(typeof(Alarm.Number),
        "110101199001011234", "11010519491231002X", "11010519491231002x", "我的身份证是110101199001011234。", "id:110101199001011234", "身份证 110101 19900101 1234", "110101-19900101-1234", "110101 1990 0101 1234", "110101 19491231 002X",
        "110101900101123", "6222021234567890123", "6222 0212 3456 7890", "6222-0212-3456-7890", "6222 0212 3456 7890 123", "卡号6222021234567890", "4111 1111 1111 1111", "4111111111111111", "378282246310005", "3782 822463 10005", "６２２２０２１２３４５６７８９０",
        "６２２２　０２１２　３４５６　７８９０", "六二二二零二一二三四五六七八九零一二三", "一一零一零一一九九零零一零一一二三四", "6 2 2 2 0 2 1 2 3 4 5 6 7 8 9 0", "622202 1234567890123", "6222.0212.3456.7890", "我的卡 6222\n0212 3456 7890 给你", "花呗 10号 6222021234567890",
        "٤١١١١١١١١١١١١١١١", "4111\u200b1111\u200b1111\u200b1111", "11010119900101123 X", "1381234567811010519491231002313812345678".Replace("1101051949123100231", "110101199003070038", StringComparison.Ordinal), "手续费打到6222021234567890");

    [Fact]
    public void Dates_phones_and_amounts_are_no_such_number() => Quiet(
        "13812345678", "+86 138 1234 5678", "+8613812345678", "008613812345678", "0086 138 1234 5678", "138-1234-5678", "13812345678 13987654321", "010-12345678", "2026-11-22", "2026-11-22 2026-12-22", "2026-11-22 2026-12-22 2027-01-22", "20261122", "20261122 20261222", "2026-11-22 12:00:00",
        "2026-11-22T12:00:00", "12月10日 20:00", "我欠了12000元 3000元 5000元", "12000 3000 5000", "12000 3000 5000 1000", "1200 3000 5000 2000", "5000 3000 2000 1000", "50000 60000 70000", "12,000 3,000 5,000 1,000", "花呗 10号 1200", "花呗 10号 1200, 借呗 15号 3000, 房租 1号 3500", "662", "662 655 641 672 650", "1 2 3 4 5 6", "01 05 08 10 15 20 25 28",
        "95188", "12356 96110 12378", "3.1415926", "2023 2024 2025 2026", "12345678901234", "花呗1200借呗3000房租3500物业费260", "¥1,234,567.89", "一二三四五", "两千五", "1.2万 3万 5千", "200000 2026-11-22 2000", "10:00 12:00 18:00 20:00");

    [Fact]
    public void A_fee_or_code_beside_a_raise_a_repair_or_a_third_party_alarms() => Wrong(typeof(Alarm.Scam),
        "somebody offered score boosting for 99 bucks, should i pay", "he says score boosting works", "有人说可以代刷芝麻分",
        "花钱就能提额，是真的吗", "给钱就能消除逾期", "pay them and they raise my limit", "a higher limit for money", "有人说交300手续费就能强制提额，要我报验证码", "交手续费就能提额", "提额要先付钱吗", "客服让我报验证码", "客服让我点链接", "有人让我先转账", "修复征信要交服务费", "征信修复 收费300", "先交保证金才放款", "中介说要收手续费", "他说给密码就能提高额度", "有人要我的验证码", "他们让我转账解冻", "群里有人说刷流水可以提额", "有人说可以帮我提额", "要我共享屏幕", "有个app说能贷款，要先交会员费", "有人冒充客服说要注销校园贷", "中介说能提额", "someone says he can raise my limit",
        "解冻账户要先交解冻费", "有人加我说可以套现，收10%手续费", "對方要我報驗證碼", "手 续 费 提 额", "被骗了，我给了验证码", "someone says a 300 fee forces a higher limit, they want the code", "They want the code", "he asked me for the password", "pay a fee to raise my limit", "a fee for credit repair", "someone sent me a link to boost my score",
        "customer service asked for the code, they said", "I was scammed, gave them the code", "someone told me to transfer money first", "deposit first for a higher limit", "they need my card number", "是骗子吗，要我发验证码",
        "交300就能提额", "交三百块就能提额", "转500帮你提额", "付¥300提升额度", "交300就能提額", "pay 300 to raise limit", "pay ¥1,000 to raise my credit limit", "300 to raise my limit", "内部渠道强开花呗", "強開花唄", "能强开借呗吗", "有内部名额，包下款",
        "deposit first then loan", "they lend after a deposit", "an upfront fee and the loan comes", "先交保证金再贷款", "贷款要交押金", "an insider can open jiebei", "pay 300 to open huabei");

    [Fact]
    public void A_record_to_be_washed_a_code_given_away_and_money_gone_alarm() => Wrong(typeof(Alarm.Scam),
        "someone says they can delete my bad record for 500", "a guy can erase my bad credit record for money", "有人说可以帮我删掉逾期记录，收500", "中介说能消除不良记录", "有人能帮我把逾期记录消掉",
        "洗白征信", "征信洗白靠谱吗", "征信修复多少钱", "我被骗了5000", "刚把验证码告诉别人了", "I was scammed", "I told them the code", "can I wipe my record");

    [Fact]
    public void A_single_ambiguous_word_is_asked_about() => Wrong(typeof(Alarm.Check),
        "花呗分期手续费是多少", "手续费", "验证码", "分期有手续费吗？", "收不到验证码", "服务费怎么算", "密码忘了", "what's the instalment fee on Huabei", "fee", "Is there a fee?", "the code", "forgot my password", "late fees", "保证金是什么");

    [Fact]
    public void Ordinary_answers_are_quiet() => Quiet(
        "delete my data", "删除我的记录", "I cleared my late payment", "逾期已经还清了",
        "花呗 10号 1200", "没有", "有", "还了", "10号", "每月15号", "1万2", "不知道", "跳过", "提高借呗额度", "我想提额", "提额", "怎么提高额度", "有人说少申请好", "转账", "付款、转账或理财", "我转账还了", "额度不够", "征信", "逾期了", "还不上", "没钱还", "催收打电话", "客服打不通", "借呗额度3万", "芝麻分662", "早上9点",
        "yes", "no", "paid", "rent 1st", "12k", "a higher limit", "I want a higher limit", "someone says fewer applications are better", "coffee", "decode", "my postcode", "zip code", "feel fine", "they paid me", "link", "transfer", "遇到过，没理", "没有遇到", "招商银行信用卡 25日 3千", "物业费", "水电费",
        "付3000房租", "交300话费", "pay 300 rent", "I pay 3000 on my loan", "先付贷款再付房租", "内部员工", "花呗额度3000", "我转500还花呗", "贷款1万二", "付了三百", "I paid the deposit for the flat", "Loan 5th 3000");

    [Fact]
    public void Any_text_is_looked_at_quickly_and_without_a_throw()
    {
        foreach (var text in new[] { string.Empty, "\0", "\ud800", new string('9', 65536), new string('想', 65536), new string('x', 65536), string.Concat(Enumerable.Repeat("6222 ", 20000)), string.Concat(Enumerable.Repeat("killing me ", 6000)) })
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            _ = Watch.Look(text);
            clock.ElapsedMilliseconds.ShouldBeLessThan(250);
        }
    }

    [Theory]
    [InlineData("danger: }\n", 1, "not YAML")]
    [InlineData("- a", 1, "one mapping")]
    [InlineData("danger: {words: [不想活], not: [累死]}\ngroups: {a: [fee]}\nscam:\n  - [a, b]\ncheck: {words: [fee], not: [post code]}", 4, "“b”")]
    [InlineData("danger: {words: [不想活], not: [累死]}\ngroups: {a: [fee]}\nscam:\n  - [a, a]\ncheck: {words: [x], not: [post code]}", 5, "too short")]
    [InlineData("danger: {words: [不想活], not: [累死]}\ngroups: {a: [fee]}\nscam:\n  - [a, a]\ncheck: {words: [fee, Fee], not: [post code]}", 5, "twice")]
    [InlineData("danger: {words: [不想活], not: [累死]}\ngroups: {a: [fee]}\nscam:\n  - [a]\ncheck: {words: [fee], not: [post code]}", 4, "two names")]
    [InlineData("danger: {words: [不想活], not: [累死]}\nmore: 1\ngroups: {a: [fee]}\nscam:\n  - [a, a]\ncheck: {words: [fee], not: [post code]}", 2, "unknown key")]
    [InlineData("danger: {words: [], not: [累死]}\ngroups: {a: [fee]}\nscam:\n  - [a, a]\ncheck: {words: [fee], not: [post code]}", 1, "at least one")]
    [InlineData("danger: {words: [不想活], not: [累死]}\ngroups: {a: [fee]}\ncheck: {words: [fee], not: [post code]}", 1, "“scam” is missing")]
    public void A_fault_in_the_file_names_its_line(string yaml, int line, string says)
    {
        var faults = ShieldWords.Read(yaml).Faults;
        faults.ShouldContain(f => f.Line == line && f.Sentence.Contains(says, StringComparison.Ordinal), string.Join('\n', faults));
    }

    private static void Wrong(Type expected, params string[] texts) => Check(texts, expected.Name);

    private static void Quiet(params string[] texts) => Check(texts, "quiet");

    private static void Check(string[] texts, string expected)
    {
        var wrong = texts.Select(t => (Text: t, Got: Watch.Look(t)?.GetType().Name ?? "quiet")).Where(t => t.Got != expected).Select(t => $"“{t.Text}”: {t.Got}").ToList();
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }
}
