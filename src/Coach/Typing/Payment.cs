namespace Ontime.Typing;

/// <summary>
/// What became of a bill. Each phrase found is taken out, so that “没还完” is not also “没还”;
/// what was found must agree, or go together in one of the few ways people mean.
/// </summary>
internal static class Payment
{
    private const int Longest = 60;

    private static readonly (string Id, Lexicon Words)[] Phrases =
    [
        ("?", new("好还是", "是否", "会不会", "能不能还", "怎么还", "如何", "什么时候", "几号", "哪天", "会影响", "有影响", "影响", "值得", "划算", "better to", "does it", "will it", "if i", "when do", "when is", "还了没", "还没还呢吗", "还了吗", "还了么", "是不是", "不是没", "没有没", "有没有", "不是不", "没逾期", "没有逾期", "不算晚", "没晚", "不晚", "没忘", "没有忘",
            "not late", "not overdue", "didn't forget", "did not forget", "不用还", "无需还", "不需要还", "nothing due", "没有账单", "没账单", "no bill",
            "还不还", "不知道", "不确定", "不清楚", "不记得", "记不清", "记不得", "not sure", "don't know", "don't remember", "can't remember", "not unpaid", "never paid late", "never late", "never been late",
            "won't pay", "wont pay", "not going to pay", "not gonna pay", "refuse to", "don't need to", "do not need to", "needn't", "no need",
            "别提醒", "不要提醒", "不用提醒", "别再提醒", "不要再提醒", "别叫我", "don't remind", "dont remind", "do not remind", "stop remind", "no remind", "stop reminding", "no more reminders", "没出账", "没有出账", "没账", "will not", "要不要", "should i", "must i", "i have been paid", "i've been paid", "i was paid", "i got paid", "to be paid", "to get paid", "done with", "i'm finished", "i am finished", "broke my", "broke the", "broke a", "broke up", "broke down", "不是", "没说",
            "不想还", "不想再还", "不还了", "不打算还", "不准备还", "不愿意还", "不愿还", "懒得还", "don't want to pay", "do not want to pay", "tired of paying", "sick of paying", "stop paying", "stopped paying")),
        ("cant_pay", new(
            "还不上", "还不了", "还不起", "还不出", "还不动", "没钱", "没有钱", "没法还", "没办法还", "无法还", "无力偿还", "无力还", "交不起", "交不上", "交不了", "付不起", "付不了",
            "付不出", "拿不出", "凑不出", "凑不齐", "凑不够", "不够还", "不够钱", "钱不够", "缴不起", "缴不上", "缴不了", "周转不开",
            "周转不过来", "周转不了", "揭不开锅", "还款困难", "有困难", "还不上钱", "实在还", "供不起", "扛不住", "负担不起", "还不完了", "最低都还不", "can't pay", "cannot pay",
            "cant pay", "can not pay", "can't afford", "cannot afford", "cant afford", "can not afford",
            "couldn't pay", "could not pay", "unable to pay", "not able to pay", "no money", "don't have the money",
            "dont have the money", "do not have the money", "don't have enough", "not enough money", "insufficient funds", "broke",
            "won't be able to", "can't manage", "can't make it", "can't cover", "cannot cover", "can't do it", "out of money",
            "can't repay", "cannot repay", "short of money", "can't pay it", "haven't got the money", "can't", "cannot", "cant",
            "no cash", "not enough", "insufficient", "not able")),
        ("minimum", new("最低还款额", "最低还款", "最低额度", "最低额", "最低的", "最低", "最少还款", "minimum payment", "the minimum", "minimum only",
            "only the minimum", "minimum", "the min", "min payment", "min only", "just the min", "min")),
        ("snooze", new("晚一点", "迟一点", "再等一点", "过一点")),
        ("partial", new(
            "分之", "大半", "小半", "利息",
            "没还完", "还没还完", "没有还完", "没还清", "没有还清", "还没还清", "未还清", "没全还", "没有全还", "没全部还", "没还全", "没付清", "没交齐", "没付完", "一大半", "一小半", "一半",
            "半数", "大部分", "小部分", "一部分", "部分", "一点点", "一点", "一些", "有些", "还差一点", "还差", "剩一点", "还剩", "没还够", "几成",
            "三成", "分两次", "先还了点", "还了点", "partially", "partial", "partly", "part of it", "in part", "part", "half of it", "half",
            "some of it", "some", "most of it", "most", "not all of it", "not all", "not in full", "not fully", "not everything",
            "not completely", "a bit of it", "a little", "a portion", "portion", "almost all", "a third", "a quarter")),
        ("paid", new("就还了", "就还清", "就还完", "就还上", "早就还", "早就", "按时还", "按时", "准时", "及时", "on time", "in time", "如期", "paid on the day", "昨晚还", "昨晚", "昨天晚上",
            "前天晚上", "晚上还了", "晚上已还", "晚上还的", "晚上就还", "下午还了", "下午还的", "晚上交了", "晚上转了", "今天还了", "今天还的", "今天刚还", "今天已还", "今天付了", "早上还了",
            "上午还了", "中午还了", "今晚还了", "later paid", "paid later")),
        ("snooze", new(
            "等会", "等下", "等一下", "等等", "待会", "呆会", "一会儿", "一会", "稍后", "稍候", "稍等", "晚点", "晚些", "迟点", "过会", "过一会", "回头", "明天", "明日", "明早",
            "明晚", "明儿", "后天", "今晚", "晚上", "下午还", "下午", "下班", "中午还", "周末", "下周", "过几天", "过两天", "马上", "这就", "立马", "就还", "准备还", "打算还",
            "要还", "会还", "去还",
            "发工资", "发薪", "工资到", "提醒我", "再提醒", "再说", "再还", "再问", "今天还", "今天会", "今天之内", "现在就去", "改天", "几天后", "后再", "到时候", "不急", "现在还",
            "remind me", "remind", "snooze", "later today", "later on", "later", "tonight", "tomorrow", "tmr", "tmrw", "this evening",
            "this afternoon", "in the evening", "in a bit", "in a while", "in an hour",
            "in 1 hour", "in one hour", "in a minute", "in a few", "soon", "not now", "not right now", "after work", "next week",
            "weekend", "payday", "i will", "will pay", "i'll pay", "ill pay", "will do", "i'll do", "going to pay", "gonna pay",
            "about to pay", "will be paid", "on it", "ask me", "hold on", "wait", "on friday", "on monday", "shortly",
            "when i get paid", "give me")),
        ("late", new("逾期", "晚了", "迟了", "过期", "超期", "拖了", "拖欠", "拖到", "晚还", "还晚", "迟还", "滞纳金", "误期", "延期了", "延误", "超时", "晚一天", "晚两天",
            "晚三天", "晚1天", "晚2天", "晚3天", "过了还款日", "过了期", "lately", "days late", "day late", "a bit late", "paid late", "late", "overdue",
            "past due", "behind", "missed the date", "missed the deadline", "missed the due date", "after the due date", "delayed",
            "delinquent")),
        ("unpaid", new(
            "忘还了", "忘还", "忘了还", "忘记还", "没缴", "未缴", "余额不足", "还没有还", "还没还", "没有还", "没还上", "没能还", "没还", "未还", "还未还", "还没有", "还没", "没有", "没付", "没交", "未付", "没转", "没扣成功", "没有扣", "没扣上",
            "没扣", "扣款失败", "扣失败", "未扣款", "没成功", "不成功", "失败", "忘了", "忘记", "没弄", "没来得及", "来不及", "没处理", "not yet paid", "not paid yet",
            "haven't paid", "havent paid", "have not paid", "haven't been paid", "hasn't been paid", "has not been paid",
            "not been paid", "didn't pay", "haven't done", "not done", "not settled", "not cleared", "hasn't cleared",
            "hasn't been deducted", "wasn't deducted", "not deducted", "haven't settled", "haven't cleared", "haven't sent",
            "still unpaid", "还没弄好", "没搞定", "没处理好", "没弄好", "not yet", "not paid", "unpaid", "haven't",
            "havent", "have not", "hasn't", "has not", "didn't", "didnt", "did not", "忘记还了", "忘了还了", "forgot to pay", "forgot",
            "forgotten", "forget", "never", "not", "failed", "bounced", "declined", "isn't paid", "wasn't paid", "missed it", "missed",
            "didn't go through", "did not go through", "hasn't gone through", "wasn't")),
        ("paid", new(
            "还款了", "扣款了", "转账了", "ok了", "完事", "还清", "还完", "还上", "还过", "还好了", "还啦", "还咯", "还掉", "还光", "还齐", "还满", "已经还", "已还", "都还",
            "全还", "全额", "全部还", "刚还", "刚刚还", "早还", "还的", "还了", "结清", "付清", "付完", "付了", "已付", "付过", "支付成功", "支付了", "交清", "交完", "交了", "已交",
            "交过", "缴了", "已缴", "缴清", "缴完", "缴过", "缴费了", "转过去", "转了", "已转", "转好", "扣成功", "扣款成功", "扣了", "已扣", "扣掉", "扣过", "扣完", "自动扣",
            "搞定", "完成", "弄好", "好了", "处理了", "处理好", "成功", "办好", "清了", "平了", "销账", "打过去", "存进去", "paid in full", "paid it", "paid up",
            "paid off", "paid", "payed", "cleared", "settled", "done", "completed", "complete", "it went through", "went through",
            "gone through", "sent", "transferred", "took care", "taken care", "sorted", "finished", "all good", "all set", "deducted",
            "auto-repaid",
            "repaid", "debited", "in full", "fully", "i did", "i have already", "i already have", "i've already")),
    ];

    // Whoever thinks that it is paid does not know.
    private static readonly Lexicon Doubt = new(
        "好像", "可能", "也许", "应该", "大概", "说不定", "估计", "貌似", "似乎", "快还", "快要", "就快", "差点", "能还", "可以还", "还得", "i think", "i guess", "maybe", "perhaps", "probably", "possibly", "might",
        "nearly", "almost", "should have", "should've", "should be", "supposed to", "must have", "must've", "might have", "按理");

    // “is it paid” is a question without its mark.
    private static readonly Lexicon Asked = new("does ", "should ", "would ", "could ", "what ", "what's ", "why ", "which ", "how ", "is paying", "can i ", "is it", "is this", "was it", "has it", "have i", "did i", "do i", "am i", "did it", "have we", "did we");

    // “花呗要还1860” tells how much it is.
    private static readonly string[] Owing = ["要还", "该还", "应还", "需还"];

    private static readonly string[] Paying = ["还了", "付了", "交了", "转了", "先还", "paid ", "sent "];

    public static Typed? Read(string text)
    {
        if (text.Length is 0 or > Longest || text.Contains('?') || text.EndsWith('吗') || text.EndsWith('么') || Asides.Of(text) is not null
            || text is "还" || new Cursor(text).Eat(Asked) is not null)
        {
            return null;
        }

        // “还了500” may be all of it or a part.
        if (Array.Exists(Paying, verb => Amounts(text, verb)) || Array.Exists(Owing, verb => Amounts(text, verb)))
        {
            return null;
        }

        var rest = text;
        var found = Found(ref rest);
        return found.Count > 0 ? Agreed(found) is { } id && !(id is "paid" or "late" or "minimum" && Said(text, Doubt)) ? new Typed.Word(id) : null : YesNo.Read(text) switch
        {
            Typed.Word("yes") => new Typed.Word("paid"),
            Typed.Word("no") => new Typed.Word("unpaid"),
            _ => null,
        };
    }

    /// <summary>“还了500”: paid, and how much.</summary>
    public static bool OfAnAmount(string text) => text.Length <= Longest && !text.Contains('?') && Array.Exists(Paying, verb => Amounts(text, verb));

    private static bool Amounts(string text, string verb)
    {
        var at = text.IndexOf(verb, StringComparison.Ordinal) + verb.Length;
        return at >= verb.Length && at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '¥') && !text.Contains('成') && !text.Contains('%');
    }

    private static bool Said(string text, Lexicon words) => words.Exists(word => Take(ref text, word));

    /// <summary>The text with a bar in the place of each of these names and of each phrase of payment.</summary>
    public static string Rest(string text, IEnumerable<string> names)
    {
        foreach (var name in names.OrderByDescending(name => name.Length))
        {
            _ = Take(ref text, name);
        }

        _ = Found(ref text);
        return text;
    }

    private static HashSet<string> Found(ref string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, words) in Phrases)
        {
            foreach (var word in words)
            {
                if (Take(ref text, word))
                {
                    found.Add(id);
                }
            }
        }

        return found;
    }

    private static string? Agreed(HashSet<string> found)
    {
        if (found.Count > 1 && found.Contains("cant_pay"))
        {
            found.Remove("unpaid");
            found.Remove("paid");
            found.Remove("late");
            found.Remove("minimum");
        }

        if (found.Contains("minimum") || found.Contains("partial") || found.Contains("late") || found.Contains("snooze"))
        {
            // “只还了最低”, “paid half”, “paid late”, “还没，晚上还”
            // “逾期了，还没还”: late, and not paid.
            _ = found.Contains("unpaid") && (found.Contains("snooze") ? found.Remove("unpaid") : found.Remove("late"));
            if (!found.Contains("snooze"))
            {
                found.Remove("paid");
            }
        }

        return found.Count == 1 && found.Single() is var id and not "?" ? id : null;
    }

    private static bool Take(ref string text, string word)
    {
        var any = false;
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (char.IsAsciiLetter(word[0]) && ((at > 0 && char.IsAsciiLetter(text[at - 1])) || (at + word.Length < text.Length && char.IsAsciiLetter(text[at + word.Length]))))
            {
                continue;
            }

            text = string.Concat(text.AsSpan(0, at), "|", text.AsSpan(at + word.Length));
            any = true;
        }

        return any;
    }
}
