using System.Text.Json;

namespace Ontime.Emulator;

/// <summary>What the bot set about itself; keys are the language code, empty for all others.</summary>
public sealed class BotProfile
{
    internal BotProfile(EmulatorOptions options) => Names[""] = options.BotName;

    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Descriptions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> ShortDescriptions { get; } = new(StringComparer.Ordinal);

    /// <summary>By scope type (with chat and user where it has them, as <c>chat:5</c>) and language.</summary>
    public Dictionary<(string Scope, string Language), IReadOnlyList<(string Command, string Description)>> Commands { get; } = [];

    /// <summary>By chat id, 0 for all.</summary>
    public Dictionary<long, string> MenuButtons { get; } = [];

    /// <summary>The parameters of the last setWebhook; null: none is set.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Webhook { get; internal set; }
}
