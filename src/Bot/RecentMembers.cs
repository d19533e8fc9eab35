using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>
/// Members as they were last written, so that who answers several questions in a row is not read out of bytes each time. The store decides:
/// an entry counts only where the stored bytes are the same, whoever wrote them. Bounded. Used by one turn at a time.
/// </summary>
internal sealed class RecentMembers
{
    /// <summary>Twice as many are kept at most; a member of some weeks takes about 10 KB.</summary>
    private const int Half = 500;

    private Dictionary<long, (byte[] Document, Member Member)> _newer = [], _older = [];

    /// <exception cref="FormatException">What is stored cannot be read.</exception>
    public Member Read(MemberRow row)
    {
        var known = _newer.TryGetValue(row.ChatId, out var recent) || _older.TryGetValue(row.ChatId, out recent);
        if (!known || !recent.Document.AsSpan().SequenceEqual(row.Document))
        {
            return row.Member();
        }

        var member = recent.Member;
        return member.Version == row.Version && member.DueAt == row.DueAt ? member : member with { Version = row.Version, DueAt = row.DueAt };
    }

    public void Keep(long chatId, byte[] document, Member member)
    {
        if (_newer.Count >= Half && !_newer.ContainsKey(chatId))
        {
            (_newer, _older) = ([], _newer);
        }

        _newer[chatId] = (document, member);
    }

    public void Forget(long chatId)
    {
        _newer.Remove(chatId);
        _older.Remove(chatId);
    }
}
