namespace Ontime.Telegram;

/// <summary>The answer to a call.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Result">Telegram's result; the default where the outcome is not <see cref="Telegram.Outcome.Done"/>.</param>
public sealed record Reply<T>(Outcome Outcome, T? Result);
