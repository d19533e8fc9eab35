using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>What a changed edition did to a member inside of it.</summary>
public enum Settled { GoesOn, Mapped, SetBack }

/// <summary>Finds a member's place again in a changed edition.</summary>
public static class Editions
{
    public static (Member Member, Settled Settled) Settle(Member member, DialogSet set) =>
        member.Frames.All(frame => set.Find(frame.Step) is not null) ? (member, Settled.GoesOn) : (member with { Frames = [] }, Settled.SetBack);
}
