using Ontime.Emulator;

namespace Ontime.Bench.Chaos;

/// <summary>
/// What came in one chat, held against what was due: everything, in order, and nothing else but copies. Each copy is explained by an earlier sending, and
/// each sending explains one: its answer was lost, or it stands right before a kill.
/// </summary>
internal sealed class Mail(IReadOnlyList<Trouble> troubles)
{
    /// <summary>How far back a copy may lie: a leader that is cut off sends on for as long as its lease lasts.</summary>
    private const int Back = 200;

    /// <summary>As many tries as may have arrived end a message.</summary>
    private const int Tries = 2;

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
        List<Call> all = [.. calls.Where(IsMessage)], came = [.. all.Where(call => call.Effect || IsUnchanged(call))];
        var explains = came.ConvertAll(Explains);
        var ages = came.Select((call, n) => Earlier(n).Select(m => explains[m]).Min()).ToList();
        var broken = due.Select(one => one.Optional ? 0 : all.Count(call => IsBroken(call) && Is(call, one))).ToList();
        var matching = new Matching(came.Count, due.Count, (n, d) => Is(came[n], due[d]), Missing, Extra);
        List<int> gaveUp = [], copies = [];
        foreach (var (n, d, way) in matching.Cheapest())
        {
            Came += way.Came;
            switch (way.Cost)
            {
                case Cost.GivenUp:
                    gaveUp.Add(d);
                    break;
                case Cost.Copy:
                    copies.Add(n);
                    LongestUnrecorded = ages[n] > LongestUnrecorded ? ages[n]!.Value : LongestUnrecorded;
                    break;
                case Cost.Problem when way.Came == 0:
                    _problems.Add($"{chat}: never came: {due[d].Kind} {Short(due[d].Words)}");
                    break;
                case Cost.Problem:
                    _problems.Add($"{chat}: came unasked, or again without a reason: {Short(came[n]["text"])}; due: {(d < due.Count ? $"{due[d].Kind} {Short(due[d].Words)}" : "nothing")}");
                    break;
            }
        }

        (GivenUp, Copies) = (GivenUp + gaveUp.Count, Copies + copies.Count);
        // Each sending explains one copy.
        foreach (var copy in copies.Where(copy => copies.Count(n => n <= copy && Same(came[n], came[copy])) > explains.Take(copy).Where((age, n) => age is not null && Same(came[n], came[copy])).Count()))
        {
            _problems.Add($"{chat}: came more often than anything explains: {Short(came[copy]["text"])}");
        }

        // Two broken tries give up one message.
        foreach (var same in gaveUp.GroupBy(d => due[d].Words).Where(same => same.Count() * Tries > broken[same.First()]))
        {
            _problems.Add($"{chat}: {same.Count()} times never came, with {broken[same.First()]} broken tries: {Short(same.Key)}");
        }

        IEnumerable<int> Earlier(int n) => Enumerable.Range(Math.Max(0, n - Back), Math.Min(n, Back)).Where(m => Same(came[m], came[n]));

        Cost Missing(int d) => due[d].Optional ? Cost.None : broken[d] >= Tries ? Cost.GivenUp : Cost.Problem;

        // Below a chart its rest may come as messages of their own; an edit that comes again changes nothing.
        Cost Extra(int n, int d) => d > 0 && due[d - 1].Kind == DueKind.Chart ? Cost.None
            : ages[n] is null ? Cost.Problem
            : came[n].Method == "editMessageText" ? Cost.None : Cost.Copy;
    }

    /// <summary>How long this sending came before what explains another one; null: nothing does.</summary>
    private TimeSpan? Explains(Call sending) => sending is { Outcome: CallOutcome.Done, Answered: { } at }
        ? troubles.Where(trouble => at > trouble.From - Unrecorded && at < trouble.Until + Late)
            .Select(trouble => (TimeSpan?)(at > trouble.From ? TimeSpan.Zero : trouble.From - at)).Min()
        : TimeSpan.Zero;

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

    /// <summary>A try whose fate the bot could not know.</summary>
    private static bool IsBroken(Call call) =>
        call.Fault is Fault.DropBefore or Fault.BadGateway or Fault.EmptyBody or Fault.HalfOpen or Fault.DropAfter or Fault.TruncatedJson;

    private static bool IsMessage(Call call) => call.Method is "sendMessage" or "editMessageText" or "sendDocument" or "sendPhoto";

    private static bool IsUnchanged(Call call) => call.Error?.Contains("not modified", StringComparison.Ordinal) == true;

    public static string Short(string? words) => words is null ? "(looked up)" : words.Length > 60 ? words[..60].ReplaceLineEndings(" ") + "…" : words.ReplaceLineEndings(" ");
}
