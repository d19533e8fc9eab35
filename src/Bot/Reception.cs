using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Telegram;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>
/// Takes updates in, however they come: read, held back where one person is too fast, and through the door. Safe for several callers at once.
/// </summary>
internal sealed class Reception(Intake intake, Flood flood, Door door, Outlet outlet, TimeProvider time, ILogger log)
{
    private static readonly Line SlowDown = new("house.flood");

    private readonly Lock _lock = new();
    private readonly Dictionary<long, int> _underWay = [];

    /// <summary>Waits for room inside the door.</summary>
    /// <returns>Ends once what became of all of them is durable.</returns>
    public async Task<Task> TakeAsync(IReadOnlyList<Update> updates, CancellationToken cancellationToken)
    {
        var (admitted, done) = (new List<Incoming>(), new List<Task>());
        foreach (var update in updates)
        {
            if (Admit(update) is { } incoming)
            {
                admitted.Add(incoming);
                done.Add(Count(incoming));
            }
        }

        // All are read before the first goes in: the loop would begin with that one alone, and commit once more for it.
        foreach (var incoming in admitted)
        {
            await door.PutAsync(incoming, cancellationToken);
        }

        return Task.WhenAll(done);
    }

    /// <summary>False: there is no room now.</summary>
    /// <param name="done">As the result of <see cref="TakeAsync"/>.</param>
    public bool TryTake(Update update, out Task done)
    {
        var incoming = Admit(update);
        var room = incoming is null || door.TryPut(incoming);
        done = room && incoming is not null ? Count(incoming) : Task.CompletedTask;
        return room;
    }

    public void PassOver(int unreadable)
    {
        log.Unreadable(unreadable);
        Meters.Updates.Add(unreadable, new KeyValuePair<string, object?>("fate", "unreadable"));
    }

    /// <returns>Null: nobody waits for anything.</returns>
    private Incoming? Admit(Update update)
    {
        using var span = Tracing.Receive(update.Id);
        if (Read(update) is not { } incoming)
        {
            Meters.Updates.One("fate", "ignored");
            return null;
        }

        incoming = span is null ? incoming : incoming with { Trace = span.Context };
        if (DeadLetters.Who(incoming.Input) is not { } person)
        {
            Meters.Updates.One("fate", "taken");
            return incoming;
        }

        Passage passage;
        lock (_lock)
        {
            passage = flood.Judge(person.Id, _underWay.GetValueOrDefault(incoming.ChatId) + (outlet.Waiting(incoming.ChatId) ?? Flood.Patient));
        }

        Meters.Updates.One("fate", passage == Passage.Free ? "taken" : "held_back");
        return passage == Passage.Free ? incoming : HeldBack(incoming, person, passage);
    }

    /// <summary>An update that breaks the reading of it is passed over, or the process would die of it at every start.</summary>
    private Incoming? Read(Update update)
    {
        try
        {
            return intake.Read(update, time.Now());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.IntakeFailed(update.Id, Place.Of(fault));
            return null;
        }
    }

    /// <summary>What is left of an input that came too fast: nothing where this process sends, else what the one that does is to say.</summary>
    private Incoming? HeldBack(Incoming incoming, Person person, Passage passage)
    {
        List<Effect> effects = [];
        if (DeadLetters.Query(incoming.Input) is { } query)
        {
            effects.Add(new Effect.Answer(query, SlowDown));
        }
        else if (passage == Passage.Told && incoming.Input is not Input.InGroup)
        {
            effects.Add(new Effect.Say("flood", new Message(SlowDown)));
        }

        var language = Languages.Nearest(person.LanguageCode);
        return effects.Count == 0 || outlet.Aside(incoming.ChatId, language, effects) ? null : incoming with { Aside = new Outgoing(language, effects) };
    }

    /// <summary>Counts what is inside the door as not yet answered.</summary>
    private Task Count(Incoming incoming)
    {
        lock (_lock)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_underWay, incoming.ChatId, out _)++;
        }

        return incoming.Done.ContinueWith(_ => Leave(incoming.ChatId), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Leave(long chatId)
    {
        lock (_lock)
        {
            if (--CollectionsMarshal.GetValueRefOrAddDefault(_underWay, chatId, out _) == 0)
            {
                _underWay.Remove(chatId);
            }
        }
    }
}
