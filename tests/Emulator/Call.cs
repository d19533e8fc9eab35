using System.Text.Json;
using NodaTime;

namespace Ontime.Emulator;

public enum CallOutcome
{
    /// <summary>Arrived and not answered yet.</summary>
    Open,

    /// <summary>Accepted and done.</summary>
    Done,

    /// <summary>Refused by Telegram's rules.</summary>
    Refused,

    /// <summary>Met an ordered fault.</summary>
    Faulted,

    /// <summary>The client gave up before the answer.</summary>
    Abandoned,
}

/// <summary>One call of the bot, as the journal keeps it.</summary>
public sealed class Call
{
    internal Call(int number, string method, Instant arrivedAt, TimeSpan arrived)
    {
        Number = number;
        Method = method;
        ArrivedAt = arrivedAt;
        Arrived = arrived;
    }

    /// <summary>Counts up in the order of arrival.</summary>
    public int Number { get; }

    public string Method { get; internal set; }

    /// <summary>The chat it is about (of an answered tap, the tap's), or null.</summary>
    public long? Chat { get; internal set; }

    public IReadOnlyDictionary<string, JsonElement> Parameters => Given.Values;

    /// <summary>By the emulator's clock.</summary>
    public Instant ArrivedAt { get; }

    /// <summary>Real time since the emulator's start.</summary>
    public TimeSpan Arrived { get; }

    /// <summary>Real time since the emulator's start; null while it is open.</summary>
    public TimeSpan? Answered { get; internal set; }

    public CallOutcome Outcome { get; internal set; }

    /// <summary>The fault it met, or null.</summary>
    public Fault? Fault { get; internal set; }

    /// <summary>Whether something changed at Telegram by it.</summary>
    public bool Effect { get; internal set; }

    /// <summary>Whether it came while a retry_after that covers it was still running, so that the bot did not wait.</summary>
    public bool Early { get; internal set; }

    /// <summary>The description of the error that was answered, or null.</summary>
    public string? Error { get; internal set; }

    internal Parameters Given { get; set; } = Emulator.Parameters.None;

    /// <summary>The parameter's text (JSON where it is no string), or null where it was not given.</summary>
    public string? this[string parameter] => Given.Values.TryGetValue(parameter, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;

    public override string ToString()
    {
        var parameters = string.Join(", ", Parameters.Select(static p => $"{p.Key}={p.Value}"));
        return $"#{Number} {Method}({parameters}) → {Error ?? Outcome.ToString()}";
    }
}
