using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>Figures of the platform that a person logs. They earn nothing; only some deserve a second look.</summary>
internal static class Figures
{
    /// <summary>The articles name 200,000 yuan as the usual upper end (Z5); above it a zero too many is likelier.</summary>
    private const decimal Usual = 200_000;

    /// <summary>True where the reply is the doubting one: a score lower than before, a limit above the usual.</summary>
    public static bool IsDoubtful(string step, decimal number, Answer? before) => step switch
    {
        "G2" => before?.Number is { } last && number < last,
        "G3" or "G4" => number > Usual,
        _ => false,
    };
}
