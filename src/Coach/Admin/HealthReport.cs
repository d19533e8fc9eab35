namespace Ontime.Admin;

/// <summary>What /readyz says, in words.</summary>
public static class HealthReport
{
    /// <param name="troubles">What keeps the bot from its work, a line each; empty: nothing.</param>
    public static Message Of(IReadOnlyList<string> troubles) => troubles.Count == 0
        ? new(new Line("admin.health.fine"))
        : new([new Line("admin.health.trouble"), .. troubles.Select(trouble => new Line("admin.words", "words", new Arg.Words(trouble)))], Message.NoButtons);
}
