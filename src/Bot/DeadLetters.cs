using NodaTime;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>What is kept of an input that could not be handled, and what its person hears. Never their words.</summary>
internal static class DeadLetters
{
    private static readonly Line Sorry = new("house.fault");

    public static DeadLetter Of(Incoming incoming, MemberRow? row, Exception fault, Instant now) =>
        new(now, incoming.ChatId, incoming.UpdateId, incoming.Input.GetType().Name, row?.Step, Place.Of(fault));

    /// <param name="aloud">False where the person was already told: a tap is answered all the same.</param>
    /// <returns>Null where nobody waits for an answer.</returns>
    public static OutboxRow? Apology(Incoming incoming, MemberRow? row, bool aloud)
    {
        List<Effect> effects = [];
        if (Query(incoming.Input) is { } query)
        {
            effects.Add(new Effect.Answer(query, aloud ? null : Sorry));
        }

        if (aloud && incoming.Input is Input.Said or Input.Tapped or Input.Showed)
        {
            effects.Add(new Effect.Say("fault", new Message(Sorry)));
        }

        var language = Languages.Parse(row?.Language) ?? Languages.Nearest(Who(incoming.Input)?.LanguageCode);
        return effects.Count == 0
            ? null
            : new OutboxRow(
                0, incoming.ChatId, (int)Lane.Reply, EffectCodec.Write(new Outgoing(language, effects)), default, null, null, 0, null);
    }

    public static Person? Who(Input input) => input switch
    {
        Input.Said said => said.From,
        Input.Tapped tapped => tapped.From,
        Input.Showed showed => showed.From,
        Input.InGroup group => group.From,
        _ => null,
    };

    public static string? Query(Input input) => input switch
    {
        Input.Tapped tapped => tapped.QueryId,
        Input.InGroup group => group.QueryId,
        _ => null,
    };
}
