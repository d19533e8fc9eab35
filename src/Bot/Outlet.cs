namespace Ontime.Bot;

/// <summary>Where what was decided goes on: to the sender, as long as this process has one. What nobody takes lies in the outbox until one reads it back.</summary>
internal sealed class Outlet
{
    private volatile Sender? _sender;

    public void Lead(Sender? sender) => _sender = sender;

    public void HandOver(Committed committed) => _sender?.HandOver(committed);

    /// <summary>How many turns of a chat are not delivered yet, as far as this process knows.</summary>
    public int Waiting(long chatId) => _sender?.Waiting(chatId) ?? 0;

    /// <summary>Says something that no turn decided and no store keeps.</summary>
    public void Aside(long chatId, Language language, IReadOnlyList<Effect> effects) => _sender?.Aside(chatId, language, effects);
}
