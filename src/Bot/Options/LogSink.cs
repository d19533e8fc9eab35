using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>One line a log entry, as text or as JSON, to one writer. Whatever looks like a token is taken out: the second net.</summary>
internal sealed class LogSink(TextWriter output, bool json, TimeProvider time) : ILogger
{
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private readonly Lock _gate = new();

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        // An exception is named by its type: its words may quote a person.
        var said = Redaction.Scrub(formatter(state, null)) + (exception is null ? "" : $" ({exception.GetType().Name})");
        var at = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var line = json
            ? $"{{\"at\":\"{at}\",\"level\":\"{Name(logLevel)}\",\"id\":{eventId.Id},\"event\":\"{eventId.Name}\",\"message\":\"{JsonEncodedText.Encode(said, Readable)}\"}}"
            : $"{at} {Name(logLevel)} {eventId.Id} {said}";
        lock (_gate)
        {
            try
            {
                output.WriteLine(line);
            }
            catch (IOException)
            {
                // A full disk under the log must not end the conversation.
            }
        }
    }

    public static string Name(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "fatal",
    };
}
