using System.Collections.Frozen;
using NodaTime;
using Ontime.Dialogs;

namespace Ontime.Admin;

/// <summary>What the dialog of /feedback names.</summary>
internal static class FeedbackBindings
{
    /// <summary>How long the admins may see answers and amounts of a person who agreed to it.</summary>
    private static readonly Duration Support = Duration.FromDays(7);

    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["support_on"] = talk => talk.Member.Support > talk.Now,
        ["support_off"] = talk => !(talk.Member.Support > talk.Now),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["feedback"] = talk =>
        {
            switch (talk.Given)
            {
                case { Option: "show" }:
                    Allow(talk, talk.Now + Support);
                    break;
                case { Option: "hide" }:
                    Allow(talk, null);
                    break;
                case { Words: { } words }:
                    talk.Effects.AddRange(talk.Who.AdminIds.Select(admin => new Effect.Tell(admin, new Input.Feedback(talk.Member.ChatId, words, talk.Member.Language))));
                    break;
            }
        },
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["support_until"] = talk => talk.Member.Support is { } until ? talk.Date(until.InZone(talk.Zone).Date) : null,
    }.ToFrozenDictionary();

    /// <summary>Without an admin nobody would read it, and that is said.</summary>
    public static void Open(Talk talk)
    {
        if (talk.Who.AdminIds.Count > 0)
        {
            Machine.Open(talk, "feedback");
            return;
        }

        talk.Say(talk.Who.Contact is { Length: > 0 } ? "operator.nobody" : "operator.nowhere");
        Saying.Resume(talk);
    }

    private static void Allow(Talk talk, Instant? until)
    {
        talk.Member = talk.Member with { Support = until };
        talk.Happened(EventKinds.Consent, ("to", "support"), ("given", until is null ? "no" : "yes"));
    }
}
