namespace Ontime.Emulator;

/// <summary>Waiting on what happens in a chat, never by polling it.</summary>
internal static class Waits
{
    public static async Task<Chat> For(World world, Chat chat, Func<Chat, bool> predicate, TimeSpan? timeout)
    {
        using var patience = new CancellationTokenSource(timeout ?? world.Options.Patience);
        while (true)
        {
            var next = chat.Changed.Next;
            lock (world.Gate)
            {
                // Inside the gate: what is asked about several messages is true of one moment.
                if (predicate(chat))
                {
                    return chat;
                }
            }

            await NextAsync(world, next, chat, "what was waited for did not come", patience.Token);
        }
    }

    public static async Task Settled(World world, Chat chat, TimeSpan? timeout)
    {
        using var patience = new CancellationTokenSource(timeout ?? world.Options.Patience);
        while (true)
        {
            var next = chat.Changed.Next;
            if (Busy(world, chat) is { } busy)
            {
                await NextAsync(world, next, chat, "it did not settle: " + busy, patience.Token);
                continue;
            }

            var quiet = chat.Reacted ? world.Options.Quiet : world.Options.Quiet * 8;
            try
            {
                await next.WaitAsync(quiet, patience.Token);
            }
            catch (TimeoutException)
            {
                return;
            }
            catch (OperationCanceledException)
            {
                throw Impatient(world, chat, "it did not settle: the bot keeps calling");
            }
        }
    }

    private static string? Busy(World world, Chat chat)
    {
        lock (world.Gate)
        {
            return chat.Pending > 0 ? $"{chat.Pending} updates not confirmed"
                : chat.InFlight > 0 ? $"{chat.InFlight} calls under way"
                : world.Taps.Unanswered().Any(t => t.ChatId == chat.Id) ? "a tap is not answered"
                : null;
        }
    }

    private static async Task NextAsync(World world, Task next, Chat chat, string complaint, CancellationToken patience)
    {
        try
        {
            await next.WaitAsync(patience);
        }
        catch (OperationCanceledException)
        {
            throw Impatient(world, chat, complaint);
        }
    }

    private static TimeoutException Impatient(World world, Chat chat, string complaint)
    {
        var refusals = string.Concat(world.Refusals().Select(static r => "\n  refused " + r));
        var calls = string.Concat(world.Journal.Calls.TakeLast(8).Select(static c => "\n  " + c));
        return new TimeoutException($"{complaint}\n{chat}{refusals}\nlast calls:{calls}");
    }
}
