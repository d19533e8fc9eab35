using System.Runtime.InteropServices;
using NodaTime;

namespace Ontime.Members;

/// <summary>What a store keeps of a member beside the document, and the document therefore does not.</summary>
/// <param name="Version">How often it was written.</param>
/// <param name="DueAt">The next moment the member waits for; null: none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Kept(long ChatId, long Version, Instant? DueAt)
{
    public static Kept Of(Member member) => new(member.ChatId, member.Version, member.DueAt);
}
