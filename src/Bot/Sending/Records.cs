using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>What the sender learned and the store does not know yet. It rides with the next turn's commit, or goes alone after a quiet moment.</summary>
internal sealed class Records
{
    private readonly Lock _gate = new();
    private readonly HashSet<long> _settled = [];
    private readonly Dictionary<long, Attempt> _tried = [];
    private readonly Dictionary<(long, string), PostRow> _posts = [];
    private TaskCompletionSource _some = New();
    private int _riding;

    /// <summary>Ends when there is something to record.</summary>
    public Task Some
    {
        get { lock (_gate) { return _some.Task; } }
    }

    /// <summary>True while everything that was learned is durable.</summary>
    public bool Idle
    {
        get { lock (_gate) { return _riding == 0 && !_some.Task.IsCompleted; } }
    }

    public void Settle(long outboxId)
    {
        lock (_gate)
        {
            _tried.Remove(outboxId);
            _settled.Add(outboxId);
            _some.TrySetResult();
        }
    }

    public void Try(Attempt attempt)
    {
        lock (_gate)
        {
            _tried[attempt.OutboxId] = attempt;
            _some.TrySetResult();
        }
    }

    public void Post(PostRow post)
    {
        lock (_gate)
        {
            _posts[(post.ChatId, post.Name)] = post;
            _some.TrySetResult();
        }
    }

    /// <summary>To be followed by <see cref="Written"/> or <see cref="Return"/>.</summary>
    public Deliveries Take()
    {
        lock (_gate)
        {
            if (!_some.Task.IsCompleted)
            {
                return Deliveries.None;
            }

            var taken = new Deliveries([.. _settled], [.. _tried.Values], [.. _posts.Values]);
            _settled.Clear();
            _tried.Clear();
            _posts.Clear();
            _some = New();
            _riding++;
            return taken;
        }
    }

    public void Written(Deliveries taken)
    {
        lock (_gate)
        {
            _riding -= taken == Deliveries.None ? 0 : 1;
        }
    }

    /// <summary>Puts back what could not be written. What was learned since then is newer and stays.</summary>
    public void Return(Deliveries taken)
    {
        if (taken == Deliveries.None)
        {
            return;
        }

        lock (_gate)
        {
            _riding--;
            _settled.UnionWith(taken.Settled);
            foreach (var attempt in taken.Tried.Where(attempt => !_settled.Contains(attempt.OutboxId)))
            {
                _tried.TryAdd(attempt.OutboxId, attempt);
            }

            foreach (var post in taken.Posts)
            {
                _posts.TryAdd((post.ChatId, post.Name), post);
            }

            _some.TrySetResult();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
