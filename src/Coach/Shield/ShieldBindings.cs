using System.Collections.Frozen;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Shield;

/// <summary>What the shield's cards name.</summary>
internal static class ShieldBindings
{
    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        // Someone was cheated: the index is held until the three steps are done, and released the same day.
        ["was_cheated"] = talk =>
        {
            if (talk.Given?.Option == "paid")
            {
                Answering.Put(talk, "D5", new Answer("paid", talk.Now));
            }
        },
        ["steps_done"] = talk =>
        {
            if (talk.Given?.Option == "all")
            {
                Answering.Put(talk, "D5", new Answer("settled", talk.Now));
            }
        },
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["checked"] = talk => new Arg.Date(talk.Set.Helplines.Checked, Year: true),
        ["helplines"] = talk => new Arg.Block([.. talk.Set.Helplines.Lines.Select(line => Helpline(talk, line.Value))]),
        ["police"] = talk => Number(talk, "police"),
        ["ambulance"] = talk => Number(talk, "ambulance"),
        ["fraud"] = talk => Number(talk, "fraud"),
        ["distress"] = talk => Number(talk, "distress"),
        ["regulator"] = talk => Number(talk, "regulator"),
    }.ToFrozenDictionary();

    private static Line Helpline(Talk talk, Helpline line) => talk.Line(
        "house.helpline",
        ("number", new Arg.Words(line.Number)),
        ("for", new Arg.Words(line.For[talk.Member.Language.Code()])),
        ("hours", new Arg.Words(line.Hours[talk.Member.Language.Code()])));

    private static Arg.Words? Number(Talk talk, string line) => talk.Set.Helplines.Number(line) is { } number ? new Arg.Words(number) : null;
}
