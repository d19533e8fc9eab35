using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Ontime.Admin;

/// <summary>What the statistics are made of.</summary>
/// <param name="Counts">As <see cref="Counting"/> names them.</param>
/// <param name="Lag">How long the oldest message waits; null: none does.</param>
public sealed record Figures(IReadOnlyDictionary<string, long> Counts, long Outbox, Duration? Lag, long DeadLetters, Instant Now)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public LocalDate Today => Now.InUtc().Date;

    public long People => Under("people").Sum(count => count.N);

    public long this[string name] => Counts.GetValueOrDefault(name);

    public long On(string name, LocalDate date) => this[$"{name}.{Day.Format(date)}"];

    /// <summary>The counts whose name begins with this word, by what follows it.</summary>
    public IEnumerable<(string Name, long N)> Under(string word) =>
        Counts.Where(count => count.Key.StartsWith($"{word}.", StringComparison.Ordinal)).Select(count => (count.Key[(word.Length + 1)..], count.Value));

    public static string Percent(long part, long whole) => whole <= 0 ? "–" : $"{Math.Round(100m * part / whole).ToString(CultureInfo.InvariantCulture)}%";
}
