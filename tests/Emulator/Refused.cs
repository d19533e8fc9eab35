using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>A call that Telegram (or the emulator's stricter reading) does not accept, as thrown by checks and methods.</summary>
internal sealed class Refused(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code => code;

    public JsonObject? Parameters => parameters;

    public static Refused Bad(string what) => new(400, "Bad Request: " + what);

    public static Refused Forbidden(string what) => new(403, "Forbidden: " + what);

    public static Refused Conflict(string what) => new(409, "Conflict: " + what);
}

/// <summary>A recorded refusal.</summary>
/// <param name="Method">As it stood in the path.</param>
/// <param name="Code">The error code that was answered.</param>
/// <param name="Reason">The description that was answered.</param>
/// <param name="Body">The first 500 characters of what came, uploads left out.</param>
public sealed record Refusal(string Method, int Code, string Reason, string Body)
{
    public override string ToString() => $"{Method}: {Code} {Reason} — {Body}";
}
