using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>A row of the store as the coach knows it.</summary>
internal static class Stored
{
    public static Kept Kept(this MemberRow row) => new(row.ChatId, row.Version, row.DueAt);

    /// <exception cref="FormatException">What is stored cannot be read.</exception>
    public static Member Member(this MemberRow row) => MemberCodec.Read(row.Document, row.Kept());
}
