using NodaTime;
using Ontime.Emulator;

namespace Ontime.Bench.Soak;

/// <summary>
/// A steady number of people: who leaves is replaced. Beside them strangers who never consent, and what no person writes: updates that cannot be
/// read, and edited messages.
/// </summary>
internal sealed class Town
{
    private const long Elsewhere = -4_000_001;

    /// <summary>One in so many leaves on a day, blocks the bot or comes back, makes the core fail.</summary>
    private const int Leaves = 100, Turns = 60, Fails = 400;

    private readonly EmulatorServer _emulator;
    private readonly Random _dice;
    private readonly Group _group;
    private readonly List<Dweller> _people = [];
    private readonly List<Dweller> _leaving = [];
    private readonly List<Dweller> _visiting = [];
    private long _lastId = 1_000;

    public Town(EmulatorServer emulator, int people, Random dice)
    {
        (_emulator, _dice) = (emulator, dice);
        _group = emulator.Group(Elsewhere);
        for (var n = 0; n < people; n++)
        {
            Welcome();
        }
    }

    public int People => _people.Count + _leaving.Count;

    /// <summary>Inputs that failed, in the order of their moments.</summary>
    public List<Instant> Failed { get; } = [];

    public int Left { get; private set; }

    /// <summary>Begins a day: who moves away, who comes, who is out of reach.</summary>
    public void Dawn()
    {
        foreach (var dweller in _people.ToList())
        {
            if (_dice.Next(Turns) == 0)
            {
                dweller.Turn();
            }
            else if (!dweller.Away && _dice.Next(Leaves) == 0)
            {
                _people.Remove(dweller);
                _leaving.Add(dweller);
                Welcome();
            }
        }

        for (var n = 0; n < 3; n++)
        {
            var stranger = Somebody();
            stranger.Say(n == 0 ? "/start" : "你好");
        }

        _emulator.Push("""{"message":{"message_id":true,"chat":7}}""");
        _emulator.Push("""{"edited_message":{"message_id":7,"date":1790000000,"edit_date":1790000001,"chat":{"id":1001,"type":"private","first_name":"Lin"},"from":{"id":1001,"is_bot":false,"first_name":"Lin"},"text":"paid, I meant"}}""");
        _emulator.Push("""{"poll_answer":{"poll_id":"1"}}""");
    }

    /// <summary>Some come by; each stays for some acts.</summary>
    /// <param name="share">Of all.</param>
    public void Visit(double share)
    {
        _visiting.Clear();
        _visiting.AddRange(_people.Where(dweller => !dweller.Away && _dice.NextDouble() < share));
    }

    /// <summary>One act of everybody who is there. Nobody acts before the one before is answered.</summary>
    public void Act()
    {
        _visiting.ForEach(dweller => dweller.Act(_group));
        Left += _leaving.RemoveAll(dweller => dweller.Leave());
        if (_visiting.Count > 0 && _dice.Next(Fails) == 0)
        {
            Somebody().Say(SoakHost.Poison);
            Failed.Add(_emulator.Now);
        }
    }

    private void Welcome() => _people.Add(new Dweller(Somebody(), _dice));

    private Ontime.Emulator.Person Somebody() => _emulator.Person("Lin", ++_lastId, _lastId % 2 == 0 ? "en" : "zh-hans");
}
