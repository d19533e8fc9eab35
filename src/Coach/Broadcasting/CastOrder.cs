namespace Ontime.Broadcasting;

/// <summary>What an admin can order about broadcasts. The list is closed.</summary>
public abstract record CastOrder
{
    private CastOrder()
    {
    }

    /// <summary>A new draft. A person gets the text of their language, and nothing where theirs is null; not both are.</summary>
    public sealed record Compose(string? Chinese, string? English) : CastOrder;

    /// <summary>The last ones.</summary>
    public sealed record List : CastOrder;

    /// <summary>Asks who it is for.</summary>
    public sealed record Choose(long Id) : CastOrder;

    /// <summary>Asks at which step.</summary>
    public sealed record ChooseStep(long Id) : CastOrder;

    /// <summary>Who it is for; says how many that are.</summary>
    /// <param name="Step">Of those who are stalled; else null.</param>
    public sealed record Aim(long Id, CastGroup Group, string? Step) : CastOrder;

    /// <summary>A copy to the admin, as everybody gets it.</summary>
    public sealed record Test(long Id) : CastOrder;

    public sealed record Send(long Id) : CastOrder;

    public sealed record Pause(long Id) : CastOrder;

    public sealed record Resume(long Id) : CastOrder;

    public sealed record Stop(long Id) : CastOrder;

    /// <summary>Once more to those of whom nobody can say whether it arrived.</summary>
    public sealed record Again(long Id) : CastOrder;

    /// <summary>Throws a draft away.</summary>
    public sealed record Drop(long Id) : CastOrder;

    public sealed record Show(long Id) : CastOrder;
}

/// <summary>Whom a broadcast can be for. The names are stored in buttons.</summary>
public enum CastGroup
{
    All,
    Chinese,
    English,

    /// <summary>Seen within 30 days.</summary>
    Active,
    Bills,

    /// <summary>Stands at a step and was not seen for three days.</summary>
    Stalled,

    /// <summary>Never finished the first session.</summary>
    Unfinished,
}
