using Ontime.Members;

namespace Ontime.Tests.Members;

internal static class Round
{
    /// <summary>The member as it comes back from a store.</summary>
    public static Member Again(this Member member) => MemberCodec.Read(MemberCodec.Write(member), Kept.Of(member));
}
