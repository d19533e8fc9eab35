namespace Ontime.Emulator;

/// <summary>The webhook as a test sees and bends it. Delivery goes on while one is set.</summary>
public sealed class Webhook
{
    private readonly World _world;
    private readonly List<Posting> _postings = [];
    private IReadOnlyList<Uri> _targets = [];
    private int _next;

    internal Webhook(World world) => _world = world;

    /// <summary>What stands behind the address that was set, served in turn as by a load balancer. Empty: the address itself.</summary>
    public IReadOnlyList<Uri> Targets
    {
        get { lock (_world.Gate) { return _targets; } }
        set { lock (_world.Gate) { _targets = value; } }
    }

    /// <summary>So many accepted answers are lost on their way: the update is sent again.</summary>
    public int LoseAnswers { get; set; }

    /// <summary>Every request that came to its end, in that order.</summary>
    public IReadOnlyList<Posting> Postings
    {
        get { lock (_world.Gate) { return [.. _postings]; } }
    }

    // What follows is called inside the gate.
    internal Uri Target(Uri set) => _targets.Count == 0 ? set : _targets[_next++ % _targets.Count];

    internal void Record(Posting posting) => _postings.Add(posting);

    internal bool TakeLoss() => LoseAnswers > 0 && LoseAnswers-- > 0;
}

/// <summary>One request of the webhook.</summary>
/// <param name="Line">The queue the update stood in.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Status">Of the answer; null: there was none.</param>
/// <param name="Body">Of the answer.</param>
/// <param name="Began">Real time since the emulator's start.</param>
/// <param name="Ended">Real time since the emulator's start.</param>
public sealed record Posting(int UpdateId, long Line, Uri Target, int Attempt, int? Status, string Body, TimeSpan Began, TimeSpan Ended)
{
    public bool Accepted => Status is >= 200 and < 300;
}
