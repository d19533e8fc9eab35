using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>
/// Members as they were last written, so that who answers several questions in a row is not read out of bytes each time. The store decides:
/// an entry counts only where the stored bytes are the same, whoever wrote them. Used by one turn at a time.
/// </summary>
internal sealed class RecentMembers
{
    /// <summary>Whoever was written longest ago makes room; a member of some weeks takes about 10 KB.</summary>
    private const int Most = 1000;

    private readonly Dictionary<long, LinkedListNode<Entry>> _known = [];

    /// <summary>Written longest ago first.</summary>
    private readonly LinkedList<Entry> _order = [];

    /// <exception cref="FormatException">What is stored cannot be read.</exception>
    public Member Read(MemberRow row)
    {
        if (!_known.TryGetValue(row.ChatId, out var node) || !node.Value.Document.AsSpan().SequenceEqual(row.Document))
        {
            return row.Member();
        }

        var member = node.Value.Member;
        return member.Version == row.Version && member.DueAt == row.DueAt ? member : member with { Version = row.Version, DueAt = row.DueAt };
    }

    public void Keep(long chatId, byte[] document, Member member)
    {
        if (!_known.TryGetValue(chatId, out var node))
        {
            _known.Add(chatId, node = _order.Count < Most ? new LinkedListNode<Entry>(default) : Oldest());
        }
        else
        {
            _order.Remove(node);
        }

        node.Value = new Entry(chatId, document, member);
        _order.AddLast(node);
    }

    public void Forget(long chatId)
    {
        if (_known.Remove(chatId, out var node))
        {
            _order.Remove(node);
        }
    }

    private LinkedListNode<Entry> Oldest()
    {
        var node = _order.First!;
        _order.Remove(node);
        _known.Remove(node.Value.ChatId);
        return node;
    }

    private readonly record struct Entry(long ChatId, byte[] Document, Member Member);
}
