namespace Ontime.Bot.Tests;

internal static class Until
{
    /// <summary>For the few places where no event tells: looks again until it is true, at most five seconds unless told otherwise.</summary>
    public static async Task TrueAsync(Func<bool> condition, TimeSpan? most = null)
    {
        using var patience = new CancellationTokenSource(most ?? TimeSpan.FromSeconds(5));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(2, CancellationToken.None);
        }
    }
}
