using Microsoft.Extensions.Logging;

namespace Ontime.Bot.Tests.Host;

/// <summary>Everything that was logged, at every level.</summary>
internal sealed class ListLog : ILogger
{
    private readonly List<(EventId Id, LogLevel Level, string Text)> _lines = [];

    public IReadOnlyList<(EventId Id, LogLevel Level, string Text)> Lines
    {
        get { lock (_lines) { return [.. _lines]; } }
    }

    public string All => string.Join('\n', Lines.Select(line => line.Text));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add((eventId, logLevel, $"{formatter(state, exception)} {exception}"));
        }
    }
}
