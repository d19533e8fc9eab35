using NodaTime;
using Ontime.Bot;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Words;

namespace Ontime.Bench.Fuzz;

/// <summary>Damaged documents and outbox rows: read, or refused by a sentence.</summary>
internal sealed class Documents : ITarget
{
    private static readonly Person Lin = new(7, "Lin", "en");
    private readonly byte[] _member;
    private readonly byte[] _typical;
    private readonly byte[] _effects;

    public Documents()
    {
        var coach = new Coach(Published.Dialogs(), new Operator("Ada", "ada@example.org", "ontime_bot"));
        Turn turn = new(null, Language.En, [], []);
        foreach (var word in (string[])["/start", "Start", "I’m 18+ and I agree", "Never pay late", "Huabei 10th", "no"])
        {
            turn = coach.Handle(turn.Member, new Input.Said(Lin, word, 1, Now), Now);
        }

        _member = MemberCodec.Write(turn.Member ?? throw new InvalidOperationException("The conversation of the sample did not get as far as a member."));
        _typical = MemberCodec.Write(Example.Typical(coach).Member);
        _effects = EffectCodec.Write(new Outgoing(turn.Language, turn.Effects));
    }

    private static Instant Now => Instant.FromUtc(2026, 11, 22, 4, 0);

    public string Name => "documents";

    public int Share => 100;

    public string Try(Random dice)
    {
        try
        {
            if (dice.Next(2) == 0)
            {
                MemberCodec.Read(Slips.Of(dice.Next(2) == 0 ? _member : _typical, dice), new Kept(7, 1, null));
            }
            else
            {
                EffectCodec.Read(Slips.Of(_effects, dice));
            }

            return "read";
        }
        catch (FormatException)
        {
            return "refused";
        }
    }
}
