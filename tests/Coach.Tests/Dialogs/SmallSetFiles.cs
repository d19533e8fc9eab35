namespace Ontime.Tests.Dialogs;

/// <summary>A set of dialogs small enough to be read at a glance and complete enough to be clean. Tests break one place of it.</summary>
internal static partial class SmallSet
{
    public const string Talk = """
        dialog: talk
        start: hello
        steps:
          hello:
            say: true
            go: W1
          W1:
            ask: {choice: [yes, no, unsure]}
            item: {pillar: history, points: 60, share: {yes: 1, no: 0, unsure: unknown}, effort: 1, recommend: true}
            from: [Z1]
            gate: {no: 45}
            confirm: {no: yes}
            plans: [tonight]
            go: {yes: W2, no: W2, else: end}
          W2:
            ask: {percent: [low, high], band: {low: [0, 20], high: [20, ~]}}
            item: {pillar: identity, points: 40, share: {low: 1, high: 0}}
            from: [E1]
            do: [note]
            when: {W1: [yes, no], fact: true}
            go: end
          menu:
            ask: {choice: [again, done]}
            go: {again: menu.part, done: end}
          menu.part:
            call: {pick: some}
            go: {none: menu, else: menu}
        """;

    public const string English = """
        hello: Hello, {who}.
        W1: Is it done?
        W1.name: Done
        W1.why: It matters.
        W1.action: Do it
        W1.yes: Yes
        W1.yes.typed: [sure]
        W1.no: Not yet
        W1.no.confirm: Not yet, right?
        W1.no.confirm.no: No, done
        W1.no.gate: it is not done
        W1.no.release: Lifts when it is
        W1.unsure: Not sure
        W1.plan.tonight: When I sit down tonight, I will do it.
        W1.plan.tonight.button: Tonight
        W2: How much of it?
        W2.name: Share
        W2.why: It <b>adds up</b>.
        W2.echo: "{name}: {answer} ✓"
        W2.low: A little
        W2.high: A lot
        menu: What next?
        menu.again: Again
        menu.done: Enough
        house.end: Good, {words}.
        pillar.history: History
        pillar.identity: Identity
        """;

    public const string Chinese = """
        hello: 你好，{who}。
        W1: 做好了吗？
        W1.name: 做好
        W1.why: 这很要紧。
        W1.action: 做好它
        W1.yes: 是
        W1.yes.typed: [好了]
        W1.no: 还没有
        W1.no.confirm: 还没有，对吗？
        W1.no.confirm.no: 做好了
        W1.no.gate: 还没做好
        W1.no.release: 做好就解除
        W1.unsure: 不确定
        W1.plan.tonight: 今晚坐下来，我就做好。
        W1.plan.tonight.button: 今晚
        W2: 占多少？
        W2.name: 占比
        W2.why: 会<b>累加</b>。
        W2.echo: "{name}：{answer} ✓"
        W2.low: 一点
        W2.high: 很多
        menu: 接下来？
        menu.again: 再来
        menu.done: 够了
        house.end: 好，{words}。
        pillar.history: 记录
        pillar.identity: 身份
        """;

    /// <summary>The words of the plan are no concern of these tests.</summary>
    private static readonly string Months = string.Concat("abcdef".Select(month => $"\nmonth.{month}: ✓\nmonth.{month}.done_when: ✓\nmonth.{month}.do: ✓"));

    public static Dictionary<string, string> Files() => new()
    {
        ["talk.yaml"] = Talk,
        ["text/en.yaml"] = English + Months,
        ["text/zh-Hans.yaml"] = Chinese + Months,
        ["index.yaml"] = """
            pillars: {history: 60, identity: 40}
            ties: [history, identity]
            good: 0.8
            watch: 0.5
            minimum_coverage: 0.4
            first_look: 0.6
            pillar_known: 0.4
            """,
        ["months.yaml"] = string.Concat("abcdef".Select(month => $"{month}: {{steps: {{do: [W1]}}, done_when: [reviewed]}}\n")),
        ["cities.yaml"] = "cities: {Asia/Shanghai: [shanghai]}",
        ["shield.yaml"] = """
            danger: {words: [dark], not: [dark blue]}
            groups: {asks: [fee], gains: [raise]}
            scam: [[asks, gains]]
            check: {words: [cost], not: [no cost]}
            """,
        ["helplines.yaml"] = string.Concat(new[] { "police", "ambulance", "fraud", "distress", "regulator" }
            .Select(name => $"  {name}: {{number: \"1\", for: {{en: help, zh-Hans: 求助}}, hours: {{en: always, zh-Hans: 全天}}}}\n")
            .Prepend("checked: 2026-11-22\nlines:\n")),
    };
}
