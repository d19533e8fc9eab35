using Ontime.Emulator;

namespace Ontime.Bench.Chaos;

/// <summary>
/// What came in one chat, held against what was due: everything, in order, and nothing else but copies. A copy is explained one by one: the answer to
/// an earlier sending was lost, or that sending stands right before a kill.
/// </summary>
internal sealed class Mail(IReadOnlyList<Trouble> troubles)
{
    /// <summary>How far back a copy may lie.</summary>
    private const int Back = 12;

    /// <summary>From the answer to the commit of its record, on a busy machine.</summary>
    private static readonly TimeSpan Unrecorded = TimeSpan.FromSeconds(3);

    /// <summary>A kill is noted when the process is gone, a little after it died.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(100);

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public int Came { get; private set; }

    public int Copies { get; private set; }

    /// <summary>The longest time from the answer to a sending to the kill before whose record it came.</summary>
    public TimeSpan LongestUnrecorded { get; private set; }

    /// <summary>Given up by the rule that nothing is sent a third time, where neither of two broken tries had arrived.</summary>
    public int GivenUp { get; private set; }

    public void Check(long chat, IReadOnlyList<Call> calls, IReadOnlyList<Due> due)
    {
        var came = calls.Where(IsMessage).Where(call => call.Effect || Unchanged(call)).ToList();
        var next = 0;
        for (var n = 0; n < came.Count; n++)
        {
            Came++;
            var at = next;
            while (at < due.Count && !Is(came[n], due[at]) && (due[at].Optional || Lost(due[at], n)))
            {
                at++;
            }

            if (next < due.Count && Is(came[n], due[next]))
            {
                next++;
            }
            else if (Earlier(came, n).ToList() is { Count: > 0 } same && !(at > next && at < due.Count && Is(came[n], due[at]) && !due[next].Optional))
            {
                Copy(chat, came[n], same);
            }
            else if (at < due.Count && Is(came[n], due[at]))
            {
                GivenUp += due.Skip(next).Take(at - next).Count(one => !one.Optional);
                next = at + 1;
            }
            else if (!(next > 0 && due[next - 1].Kind == DueKind.Chart))
            {
                // Below a chart its rest may come as messages of their own.
                _problems.Add($"{chat}: came unasked: {Short(came[n]["text"])}; due: {(next < due.Count ? $"{due[next].Kind} {Short(due[next].Words)}" : "nothing")}");
                return;
            }
        }

        foreach (var missing in due.Skip(next).Where(one => !one.Optional))
        {
            if (Lost(missing, came.Count))
            {
                GivenUp++;
                continue;
            }

            _problems.Add($"{chat}: never came: {missing.Kind} {Short(missing.Words)}");
        }

        bool Lost(Due one, int from) => !came.Skip(from).Any(call => Is(call, one)) && Spent(calls, one);
    }

    private void Copy(long chat, Call copy, List<Call> same)
    {
        if (copy.Method == "editMessageText")
        {
            return;
        }

        Copies++;
        var from = same.Select(Before).Min();
        LongestUnrecorded = from is { } age && age > LongestUnrecorded ? age : LongestUnrecorded;
        if (from is null)
        {
            _problems.Add($"{chat}: came twice, and nothing explains it: {Short(copy["text"])}");
        }
    }

    /// <summary>How long before something that explains its repeat; null: nothing does.</summary>
    private TimeSpan? Before(Call first) => first is { Outcome: CallOutcome.Done, Answered: { } at }
        ? troubles.Where(trouble => at > trouble.From - Unrecorded && at < trouble.Until + Late)
            .Select(trouble => (TimeSpan?)(at > trouble.From ? TimeSpan.Zero : trouble.From - at)).Min()
        : TimeSpan.Zero;

    private static IEnumerable<Call> Earlier(List<Call> came, int n) => came.Take(n).TakeLast(Back).Where(call => Same(call, came[n]));

    private static bool Same(Call one, Call other) => one.Method switch
    {
        "sendMessage" or "editMessageText" => other.Method is "sendMessage" or "editMessageText" && one["text"] == other["text"],
        _ => one.Method == other.Method,
    };

    private static bool Is(Call call, Due due) => (call.Method, due.Kind) switch
    {
        ("sendMessage", DueKind.Say or DueKind.Edit) or ("editMessageText", DueKind.Edit) => call["text"] == due.Words,
        ("sendDocument", DueKind.File) or ("sendPhoto" or "sendMessage", DueKind.Chart) => true,
        _ => false,
    };

    /// <summary>Two tries whose fate the bot could not know.</summary>
    private static bool Spent(IReadOnlyList<Call> calls, Due due) =>
        calls.Where(call => IsMessage(call) && Is(call, due)).ToList() is var tries
        && tries.Count(call => call.Fault is Fault.DropBefore or Fault.BadGateway or Fault.EmptyBody or Fault.HalfOpen or Fault.DropAfter or Fault.TruncatedJson) >= 2;

    private static bool IsMessage(Call call) => call.Method is "sendMessage" or "editMessageText" or "sendDocument" or "sendPhoto";

    private static bool Unchanged(Call call) => call.Error?.Contains("not modified", StringComparison.Ordinal) == true;

    public static string Short(string? words) => words is null ? "(looked up)" : words.Length > 60 ? words[..60].ReplaceLineEndings(" ") + "…" : words.ReplaceLineEndings(" ");
}
