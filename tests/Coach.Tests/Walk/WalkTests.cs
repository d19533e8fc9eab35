using System.Text.Json;

namespace Ontime.Tests.Walk;

public class WalkTests
{
    private static readonly string[] Junk =
    [
        "/start", "/check", "/index", "/next", "/how", "/edit", "/settings", "/privacy", "/export", "/forget", "/pause", "/resume", "/help",
        "/cancel", "/about", "/nothing", "/", "返回", "back", "跳过", "skip", "为什么", "why", "例子", "example", "帮助", "取消", "cancel",
        "花呗 10号 1200", "Huabei 10th 1200", "招行卡 月底", "有人说交300手续费就能强制提额，要我报验证码", "手续费多少", "110101199003077758",
        "6222 0212 3456 7890 123", "我真的不想活了", "I don't want to live any more", "柏林", "Berlin", "UTC+5:45", "8pm", "晚上9点半",
        "\ud83d", "\u202Eabc", "", "   ", "<b>x</b>", "{answer}", "📷", "yes", "no", "有", "没有", "不确定", "好了", "done", "a", "1", "1000000000000",
        "拒绝", "不想说", "rather not say", "开始", "Start", "我已满18岁，同意", "I’m 18+ and I agree", "全部删掉", "晚点", "已还", "paid", "昨天还了",
    ];

    private static readonly IReadOnlyList<string> Texts = [.. Junk, .. Junk, .. Typed()];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whoever_taps_and_types_at_random_never_finds_silence_or_a_dead_end(int seed)
    {
        var walker = new Walker(seed);
        for (var i = 0; i < 400; i++)
        {
            walker.Step(Texts);
        }
    }

    [Fact]
    public void Random_walks_reach_most_of_the_questions()
    {
        var reached = new HashSet<string>();
        for (var seed = 100; seed < 140; seed++)
        {
            var walker = new Walker(seed);
            for (var i = 0; i < 400; i++)
            {
                walker.Step(Texts);
            }

            reached.UnionWith(walker.Steps);
        }

        reached.Count.ShouldBeGreaterThan(60, string.Join(' ', reached.Order()));
    }

    [Fact]
    public void A_text_of_64_kilobytes_or_of_lone_surrogates_gets_an_answer()
    {
        var walker = new Walker(7);
        walker.Say("/start");
        walker.Tap("s:en:consent:agree", 1);
        foreach (var text in new[] { new string('9', 65536), new string('\ud83d', 5000), new string('万', 65536), string.Concat(Enumerable.Repeat("[[{{", 9000)) })
        {
            walker.Say(text);
        }
    }

    private static IEnumerable<string> Typed()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Typing", "inputs.json")));
        return [.. cases.RootElement.EnumerateArray().Select(one => one.GetProperty("text").GetString()!).Distinct()];
    }
}
