using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>What can go wrong between the bot and Telegram. Order one by <see cref="Faults"/>.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Whether the call takes effect although its answer does not arrive whole.</summary>
    public bool EffectDone => this is DropAfter or TruncatedJson;

    /// <summary>
    /// 429, and again 429 for every call of the same scope until the seconds are over: the whole bot, else the chat, else the method.
    /// </summary>
    public sealed record Throttle(int RetryAfter, bool WholeBot = false) : Fault;

    /// <summary>500 with Telegram's own JSON; no effect.</summary>
    public sealed record ServerError : Fault;

    /// <summary>502 with a proxy's HTML; no effect.</summary>
    public sealed record BadGateway : Fault;

    /// <summary>200 with nothing in it; no effect.</summary>
    public sealed record EmptyBody : Fault;

    /// <summary>The effect is done, the answer is cut in the middle.</summary>
    public sealed record TruncatedJson : Fault;

    /// <summary>The connection is aborted before any effect.</summary>
    public sealed record DropBefore : Fault;

    /// <summary>The effect is done, the connection is aborted before the answer.</summary>
    public sealed record DropAfter : Fault;

    /// <summary>Accepted and never answered, until the client gives up; no effect.</summary>
    public sealed record HalfOpen : Fault;

    /// <summary>Any error of the Bot API; no effect.</summary>
    public sealed record Custom(int Code, string Description, JsonObject? Parameters = null) : Fault;

    /// <summary>The call is done as usual after this real time.</summary>
    public sealed record Delay(TimeSpan Time) : Fault;

    /// <summary>401, as if the token had been revoked; no effect.</summary>
    public sealed record Unauthorized : Fault;
}
