using System.Collections.Frozen;
using System.Text;

namespace Ontime.Typing;

/// <summary>
/// Whether words say what became of a bill and nothing else. “Paid my taxes” and “I completed my degree” hold a word of payment and speak of something
/// else: a bill that was ended by them would be forgotten.
/// </summary>
internal static class OnlyPayment
{
    // What may stand beside: who, when, how, and the words that hold a sentence together.
    private static readonly FrozenSet<string> English = FrozenSet.ToFrozenSet(
        ("i i'm im i've ive i'll ill i'd we we've we'll it it's its that that's this these those they them he she him her one ones the a an my our mine bill bills payment payments repayment account statement all both everything whole full amount thing " +
         "just already yes yeah yep yup no nope ok okay k oh ah hi hey hello well so and but or sorry thanks thank please now then today yesterday tonight tomorrow this last next morning afternoon evening night noon week weekend month year monday tuesday wednesday " +
         "thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
         "in on at by of off for to from up out about around before after since until till ago early earlier later back again too also as as-well day days hour hours minute minutes min mins few couple half quarter first second third two three four five six seven eight nine ten " +
         "am pm o'clock time finally actually really definitely currently recently completely totally almost mostly only still yet was is are be been being has have had having did do does done got with via through using bank app alipay wechat card transfer cash debit auto automatically " +
         "husband wife mom mum mother dad father parents boyfriend girlfriend partner he's she's because as me there here yuan rmb cny full can will would could should must need want going gonna trying try little bit more less rest remaining due date deadline reminder remind ask")
        .Split(' ').Where(word => word.Length > 0));

    private static readonly Lexicon Chinese = new(
        "我的", "我们", "我", "你", "他", "她", "它", "老公", "老婆", "爸爸", "妈妈", "爸", "妈", "家里", "家人", "帮", "替", "给", "把", "被", "用", "从", "往", "已经", "已", "刚刚", "刚才", "刚", "早就", "早", "都", "全部", "全", "也", "就", "还", "又", "才", "再", "先", "后", "了", "的", "地", "得", "过", "着",
        "这个", "那个", "这笔", "那笔", "这期", "这一期", "上期", "上一期", "本期", "这", "那", "笔", "期", "个", "一", "账单", "账", "帐单", "帐", "款项", "款", "钱", "余额", "银行卡", "银行", "工资卡", "支付宝", "微信", "手机", "自动", "手动", "主动", "提前", "按时", "准时", "及时",
        "今天", "昨天", "前天", "明天", "后天", "今晚", "昨晚", "今早", "早上", "上午", "中午", "下午", "晚上", "半夜", "凌晨", "周", "星期", "礼拜", "月底", "月初", "年", "月", "号", "日", "天", "点", "分钟", "分", "小时", "前", "上", "下", "半", "刻",
        "零", "〇", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "几", "多", "左右", "大概", "元", "块", "嗯", "恩", "哦", "噢", "啊", "呀", "呢", "吧", "啦", "嘛", "哈", "诶", "哎", "唉", "额", "呃", "是", "对", "好", "行", "不好意思", "抱歉", "谢谢", "请", "有", "没", "没有", "不", "能", "会", "要", "可以",
        "想", "得", "需要", "只", "只能", "才能", "因为", "所以", "但是", "但", "不过", "和", "跟", "在", "到", "等", "于", "以", "里", "去", "来", "完", "清", "掉", "成", "为", "实在", "真的", "真", "太", "很", "最", "比较", "暂时", "目前", "现在", "马上", "一会", "一下", "下", "次", "本", "当");

    /// <param name="names">What bills are called; they may be named.</param>
    public static bool Is(string text, IEnumerable<string> names)
    {
        var rest = Payment.Rest(Plain.Of(text), names);
        foreach (var word in Chinese)
        {
            rest = rest.Replace(word, "|", StringComparison.Ordinal);
        }

        return Words(rest).All(word => char.IsAsciiDigit(word[0]) || English.Contains(word));
    }

    // A letter that is not Latin is a word that nothing explains.
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.Append(' '))
        {
            if (char.IsLetterOrDigit(letter) || (letter == '\'' && word.Length > 0))
            {
                word.Append(letter);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
