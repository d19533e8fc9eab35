namespace Ontime.Checklist;

/// <summary>Figures of the platform that a person logs. They earn nothing; only some deserve a second look.</summary>
internal static class Figures
{
    /// <summary>The articles name 200,000 yuan as the usual upper end (Z5); above it a zero too many is likelier.</summary>
    private const decimal Usual = 200_000;

    /// <summary>True where the reply is the doubting one: a limit above the usual.</summary>
    public static bool IsDoubtful(string step, decimal number) => step is "G3" or "G4" && number > Usual;
}
