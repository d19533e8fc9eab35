namespace Ontime.Admin;

/// <summary>One line of the audit: who ordered what, or tried to. Numbers and kinds only, never words.</summary>
/// <param name="By">The numeric id of who it was.</param>
/// <param name="What">The order's first word; of a refusal the command or “button”.</param>
/// <param name="About">Whom it concerns; null: nobody.</param>
/// <param name="Refused">True: who tried it is no admin.</param>
public sealed record Audited(long By, string What, long? About, bool Refused);
