namespace Ontime.Bench.Chaos;

/// <summary>What was done to the bot, and when, in real time since the emulator began.</summary>
/// <param name="Kind">As it is counted in the end.</param>
/// <param name="Until">The same as <paramref name="From"/> for a kill.</param>
internal sealed record Trouble(string Kind, TimeSpan From, TimeSpan Until);
