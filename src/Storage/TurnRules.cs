namespace Ontime.Storage;

/// <summary>What every store asks of a write before it touches a row. A breach is a bug of the caller, so it is no <see cref="StoreException"/>.</summary>
internal static class TurnRules
{
    public static void Check(TurnRequest request, TurnLoad load, TurnWrite write)
    {
        var locked = request.Chats.ToHashSet();
        var forgotten = write.Forgotten.ToHashSet();
        if (!forgotten.IsSubsetOf(locked))
        {
            throw new InvalidOperationException("A turn forgets a chat that it did not lock.");
        }

        var written = new HashSet<long>();
        foreach (var member in write.Members)
        {
            if (!locked.Contains(member.ChatId) || !written.Add(member.ChatId))
            {
                throw new InvalidOperationException($"A turn writes member {member.ChatId} twice or without a lock.");
            }

            var stored = forgotten.Contains(member.ChatId) ? null : load.Members.GetValueOrDefault(member.ChatId);
            if (member.Version != (stored?.Version ?? 0) + 1)
            {
                throw new InvalidOperationException(
                    $"A turn writes member {member.ChatId} as version {member.Version}, but version {stored?.Version ?? 0} is stored.");
            }
        }

        var fresh = load.Fresh.ToHashSet();
        if (!write.Handled.All(fresh.Remove))
        {
            throw new InvalidOperationException("A turn marks an update as handled twice, or one that was not fresh.");
        }
    }
}
