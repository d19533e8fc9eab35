using System.Globalization;
using System.Text;

namespace Ontime.Telegram;

/// <summary>From an HTTP status and a body to an <see cref="Outcome"/> that is not <see cref="Outcome.Done"/>.</summary>
internal static class ErrorMap
{
    private const int DescriptionChars = 200;
    private static readonly TimeSpan ShortestRetry = TimeSpan.FromSeconds(1);

    /// <summary>Longer than any wait Telegram asks for in practice; a mad number must not stop the bot for a year.</summary>
    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(1);

    /// <summary>Telegram refused.</summary>
    public static Outcome Refused(int status, Envelope envelope, string? retryAfterHeader)
    {
        var code = envelope.Code ?? status;
        return (code, envelope) switch
        {
            (429 or 420, _) => new Outcome.Throttled(Retry(envelope.RetryAfter, envelope.Description, retryAfterHeader)),
            (_, { MigrateTo: { } newId }) => new Outcome.Migrated(newId),
            (401, _) => new Outcome.Unauthorized(),
            _ => ErrorTable.Find(code, envelope.Description) switch
            {
                Outcome.BadMarkup => new Outcome.BadMarkup(Clean(envelope.Description)),
                { } known => known,
                null when code >= 500 => new Outcome.Unknown(UnknownKind.Gateway),
                null => new Outcome.BadRequest(code, Clean(envelope.Description)),
            },
        };
    }

    /// <summary>Somebody else answered: a proxy before the Bot API, or the answer was cut.</summary>
    public static Outcome Foreign(int status, string? retryAfterHeader) => status switch
    {
        429 or 420 => new Outcome.Throttled(Retry(null, "", retryAfterHeader)),
        407 => new Outcome.NoConnection(ConnectionTrouble.Proxy),
        >= 500 => new Outcome.Unknown(UnknownKind.Gateway),
        >= 300 => new Outcome.ServerTrouble(status),
        _ => new Outcome.Unknown(UnknownKind.Unreadable),
    };

    private static TimeSpan Retry(long? parameter, string description, string? header)
    {
        var seconds = parameter ?? Number(header) ?? Number(description[(description.LastIndexOfAny([' ', '_']) + 1)..]) ?? 0;
        return TimeSpan.FromSeconds(Math.Clamp(seconds, (long)ShortestRetry.TotalSeconds, (long)LongestRetry.TotalSeconds));
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Fit for a log: what stands in quotes may be a person's words, what looks like a token is one.</summary>
    internal static string Clean(string description)
    {
        var clean = new StringBuilder();
        var quoted = false;
        foreach (var c in Redaction.Scrub(description))
        {
            if (c == '"')
            {
                clean.Append(quoted ? "…\"" : "\"");
                quoted = !quoted;
            }
            else if (!quoted && !char.IsControl(c))
            {
                clean.Append(c);
            }
        }

        return clean.Length > DescriptionChars ? clean.ToString(0, DescriptionChars) : clean.ToString();
    }
}
