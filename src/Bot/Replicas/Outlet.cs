namespace Ontime.Bot;

/// <summary>Where what was decided goes on: to this process's sender while it leads. Otherwise it lies in the outbox, and the store tells who leads.</summary>
internal sealed class Outlet
{
    private volatile Leading? _leading;

    public void Lead(Sender sender, Action<Committed> handOver) => _leading = new Leading(sender, handOver);

    public void Follow() => _leading = null;

    public void HandOver(Committed committed) => _leading?.HandOver(committed);

    /// <summary>How many turns of a chat are not delivered yet; null: another process knows.</summary>
    public int? Waiting(long chatId) => _leading?.Sender.Waiting(chatId);

    /// <summary>Says something that no turn decided and no store keeps. False: another process sends.</summary>
    public bool Aside(long chatId, Language language, IReadOnlyList<Effect> effects)
    {
        var leading = _leading;
        leading?.Sender.Aside(chatId, language, effects);
        return leading is not null;
    }

    private sealed record Leading(Sender Sender, Action<Committed> HandOver);
}
