using NodaTime;

namespace Ontime.Tests.Simulation;

/// <summary>A bill as the simulation knows it.</summary>
/// <param name="Day">Null: the last day of the month.</param>
/// <param name="Auto">Null: not known.</param>
/// <param name="Added">When it came to have this day; null: at the beginning.</param>
/// <param name="Until">The local day from which on it has another, or is no more; null: it keeps it.</param>
internal sealed record Owed(int Id, int? Day, bool? Auto, Instant? Added = null, LocalDate? Until = null);

/// <summary>Something said of a due date.</summary>
internal sealed record Said(Instant At, string Step, bool Asked);

/// <summary>What happened to one due date of a bill, as the person and the world know it.</summary>
internal sealed class DueDate(Owed bill, LocalDate due)
{
    public Owed Bill { get; } = bill;

    public LocalDate Due { get; } = due;

    public List<Said> Told { get; } = [];

    /// <summary>How it ended, from when, and until when if that was taken back.</summary>
    public List<(Span While, string How)> Ends { get; } = [];

    /// <summary>Stretches in which the person had said that it cannot be paid.</summary>
    public List<Span> Cannot { get; } = [];

    /// <summary>Stretches in which a reminder the person asked for was waited for, with the moment asked for.</summary>
    public List<(Span While, Instant At, bool Told)> Snoozes { get; } = [];

    public Instant? Ready { get; set; }

    public Instant? Stopped { get; set; }

    private (Instant? Snooze, bool Cant) _before;

    /// <summary>When an end was taken back: what had passed by then is not said again.</summary>
    public Instant? Reopened { get; set; }

    public string? EndedAt(Instant at) => Ends.Where(end => end.While.Has(at)).Select(end => end.How).LastOrDefault();

    public (Span While, Instant At, bool Told)? Waiting => Snoozes is [.., { While.To: var to } last] && to == Instant.MaxValue ? last : null;

    public void Snooze(Instant now, Instant until)
    {
        EndSnooze(now, told: false);
        Snoozes.Add((new Span(now, Instant.MaxValue), until, false));
    }

    public void EndSnooze(Instant now, bool told)
    {
        if (Waiting is { } last)
        {
            Snoozes[^1] = (last.While with { To = now }, last.At, told);
        }
    }

    public void End(Instant now, string how)
    {
        _before = (Waiting?.At, Cannot is [.., { To: var to }] && to == Instant.MaxValue);
        EndSnooze(now, told: false);
        Can(now);
        Ends.Add((new Span(now, Instant.MaxValue), how));
    }

    public void Reopen(Instant now)
    {
        Ends[^1] = (Ends[^1].While with { To = now }, Ends[^1].How);
        Reopened = now;
        if (_before.Snooze is { } snooze && snooze > now)
        {
            Snooze(now, snooze);
        }

        if (_before.Cant)
        {
            Cant(now);
        }
    }

    public void Cant(Instant now)
    {
        Can(now);
        Cannot.Add(new Span(now, Instant.MaxValue));
    }

    /// <summary>Another answer than “can't”.</summary>
    public void Can(Instant now)
    {
        if (Cannot is [.., { To: var to } last] && to == Instant.MaxValue)
        {
            Cannot[^1] = last with { To = now };
        }
    }
}
