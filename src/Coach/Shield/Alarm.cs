namespace Ontime.Shield;

/// <summary>
/// Why a text must not simply be read as an answer, in order of precedence: danger, number, scam, check.
/// Nothing of the text is in it: what alarmed must not leave the detector.
/// </summary>
public abstract record Alarm
{
    private Alarm()
    {
    }

    /// <summary>Words of a person who may hurt themselves.</summary>
    public sealed record Danger : Alarm;

    /// <summary>A number that identifies somebody or opens an account.</summary>
    public sealed record Number(NumberShape Shape) : Alarm;

    /// <summary>A fee, code, password or link together with a raise, a repair or a third party.</summary>
    public sealed record Scam : Alarm;

    /// <summary>One ambiguous word: the person may only be asking what instalments cost.</summary>
    public sealed record Check : Alarm;
}

public enum NumberShape
{
    Id,
    Card,
}
