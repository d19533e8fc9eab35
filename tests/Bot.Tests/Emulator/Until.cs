namespace Ontime.Bot.Tests;

internal static class Until
{
    /// <summary>For the few places where no event tells: gives way until it is true, at most five seconds.</summary>
    public static async Task TrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
