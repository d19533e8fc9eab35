using System.Collections.Frozen;

namespace Ontime.Typing;

/// <summary>One Chinese clause: fillers and particles off, idioms, then negation, then assent.</summary>
internal static class ChineseYesNo
{
    private static readonly FrozenSet<string> Idioms = FrozenSet.ToFrozenSet(
        ["没啥问题", "没什么问题", "没有什么问题", "没啥毛病", "没什么毛病", "没错", "没问题", "没毛病", "不错", "没有错", "没有问题", "没说的", "那还用说", "不用说", "无误", "无疑", "毫无疑问", "不得不", "错不了", "少不了", "没有没有过", "好", "好吧",
        "行吧", "可以吧", "中", "成", "成交", "妥", "妥妥", "阔以", "阔以的", "收到", "明白", "要得", "木问题", "么问题", "冇问题", "本人", "是本人"]);

    private static readonly FrozenSet<string> Forgot = FrozenSet.ToFrozenSet(["忘了", "忘光了", "忘记了", "忘", "忘记", "不记得", "没记住", "没留意", "没注意",
        "没数过", "没算过", "鬼知道", "天知道", "谁知道"]);

    // Assent that is not whole: asked again.
    private static readonly string[] Half =
        ["一定", "完全", "全部", "全", "都", "总", "太", "怎么", "算", "大", "止", "只", "但", "过", "管", "同", "久", "多", "少", "如", "好意思", "好说", "然", "尽",
        "必", "常", "经常", "是很", "是特别", "好意思", "敢", "见得", "仅", "光", "至于", "就", "所谓"];

    private static readonly string[] After不 =
        ["", "是", "对", "有", "会", "要", "用", "行", "可以", "能", "可能", "需要", "想", "同意", "愿意", "存在", "还", "开", "好", "干", "成", "中", "得", "准",
        "正确", "在", "在用", "做", "知情", "借", "欠", "够", "稳定", "按时", "属实", "符合", "真实", "固定", "认识", "接受", "承认", "考虑", "打算", "喜欢", "逾期"];

    private static readonly string[] Lead =
        ["嗯", "恩", "哦", "噢", "喔", "啊", "呃", "额", "唉", "哎", "诶", "那", "我们", "我", "这个", "这", "目前", "现在", "暂时", "其实", "真的", "真", "确实",
        "的确", "当然", "肯定", "绝对", "必须", "反正", "完全", "根本", "压根", "从来", "从", "一直", "并", "倒", "也", "是的", "都", "全都", "全部", "全", "已经", "早就",
        "早", "刚刚", "刚", "一般", "每次", "每个月", "每月", "每期", "这个月", "近期", "最近", "总是", "就", "还", "已"];

    private static readonly string[] Cores =
        ["是", "是真", "是真的", "真的", "对", "有", "会", "能", "要", "行", "好", "可以", "需要", "想", "愿意", "同意", "还", "还清", "还完", "开", "开通", "认证", "实名", "用", "做", "填",
        "绑", "绑定", "办", "更新", "存在", "正确", "确认", "结清", "付", "交", "付清", "交清", "完成", "按时", "按时还", "准时", "准时还", "及时", "搞定", "知道", "在用",
        "属实", "肯定", "当然", "必须", "必", "绝对", "确实", "的确", "是这样", "这样", "关联", "登记", "稳定", "弄好", "办好", "正常", "如此", "有啊", "赞同", "支持", "接受",
        "是我", "我本人", "是我本人", "对头", "可", "然"];

    private const string Particles = "的啊呀呢哦噢喔哈嘛啦哒滴诶哟咯哇捏呐了嗯过着呗吖哩喽";

    public static Verdict Judge(string clause)
    {
        var text = Once(Unthanked(clause));
        if (text.Length == 0)
        {
            return Verdict.Filler;
        }

        if (text is "嗯" or "恩" or "嗯哼" or "嗯呐" or "昂" or "诺" or "唔")
        {
            return Verdict.Hum;
        }

        if (Assent(text) is { } plain)
        {
            return plain;
        }

        var bare = Once(text.TrimEnd(Particles.ToCharArray()));
        if (bare.Length == 0)
        {
            return text[0] is '嗯' ? Verdict.Hum : Verdict.Unknown;
        }

        return Assent(bare) ?? Negated(bare) ?? (Led(bare, Particles) is var led and not Verdict.Unknown ? led : Twice(text));
    }

    // 可以啊没问题: two yeses without a comma.
    private static Verdict Twice(string text) =>
        Enumerable.Range(1, text.Length - 1).Any(at => IsYes(text[..at]) && IsYes(text[at..])) ? Verdict.Yes : Verdict.Unknown;

    private static bool IsYes(string part) => part.Length > 1 && (Assent(part) ?? Assent(part.TrimEnd(Particles.ToCharArray()))) == Verdict.Yes;

    // 不用了谢谢, 谢谢你不用
    private static string Unthanked(string clause)
    {
        foreach (var thanks in (string[])["谢谢你", "谢谢您", "谢谢啦", "谢谢了", "谢谢", "谢了", "多谢"])
        {
            if (clause.EndsWith(thanks, StringComparison.Ordinal))
            {
                return clause[..^thanks.Length];
            }

            if (clause.StartsWith(thanks, StringComparison.Ordinal))
            {
                return clause[thanks.Length..];
            }
        }

        return clause;
    }

    // 嗯没有, 真的没有, 已经还了
    private static Verdict Led(string text, string particles)
    {
        for (var i = 0; i < 4; i++)
        {
            var lead = Lead.Where(l => text.Length > l.Length && text.StartsWith(l, StringComparison.Ordinal)).MaxBy(l => l.Length);
            if (lead is null)
            {
                return Verdict.Unknown;
            }

            text = Once(text[lead.Length..].TrimStart("的啊呀".ToCharArray()));
            var bare = Once(text.TrimEnd(particles.ToCharArray()));
            if ((Assent(text) ?? (bare.Length == 0 ? null : Assent(bare) ?? Negated(bare))) is { } found)
            {
                // “还行”, “还好”, “还可以” are so-so; 还有 is more of something.
                return lead == "还" && found == Verdict.Yes ? Verdict.Unknown : found;
            }
        }

        return Verdict.Unknown;
    }

    private static Verdict? Assent(string text) =>
        Idioms.Contains(text) || Cores.Contains(text) ? Verdict.Yes
        : Forgot.Contains(text) ? Verdict.Unsure
        : text is "否" or "非" or "错" or "错误" or "假" or "木有" or "冇" or "拒绝" or "免" or "没门" or "反对" or "难" or "哪有" or "别" or "莫得" or "休想" or "才不" or "才不是" or "不必" or "不了" or "米有" ? Verdict.No
        : null;

    private static Verdict? Negated(string text)
    {
        var neg = text[0] switch
        {
            '不' or '没' or '未' or '无' or '木' or '冇' or '甭' => 1,
            '并' or '还' or '从' or '尚' or '暂' when text.Length > 1 && text[1] is '不' or '没' or '未' or '无' => 2,
            _ => 0,
        };
        if (neg == 0)
        {
            return null;
        }

        var mark = text[neg - 1];
        var rest = text[neg..];
        rest = rest.StartsWith('有') && mark != '不' ? rest[1..] : rest;
        if (rest.Any(c => c is '不' or '没' or '未' or '无' or '非' or '吗' or '么' or '但' or '只'))
        {
            return Verdict.Unknown;
        }

        if (!(mark == '不' && After不.Contains(rest)) && Array.Exists(Half, h => rest.StartsWith(h, StringComparison.Ordinal)) && !(mark != '不' && rest is "过"))
        {
            return Verdict.Unknown;
        }

        return mark == '不' ? After不.Contains(rest) || rest.StartsWith('是') && rest.Length <= 5 ? Verdict.No : Verdict.Unknown
            : rest.Length <= 8 ? Verdict.No : Verdict.Unknown;
    }

    /// <summary>嗯嗯嗯 → 嗯, 没有没有 → 没有.</summary>
    private static string Once(string text)
    {
        for (var unit = 1; unit <= Math.Min(4, text.Length / 2); unit++)
        {
            var n = unit;
            if (text.Length % n == 0 && Enumerable.Range(0, text.Length).All(i => text[i] == text[i % n]))
            {
                return text[..n];
            }
        }

        return text;
    }
}
