using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Bills;

/// <summary>The way off for a bill that cannot be paid: the goal is to sort out debts, and what it was before comes back afterwards.</summary>
/// <param name="Bill">The bill it is about.</param>
/// <param name="Since">When it began.</param>
/// <param name="Goal">The goal before; null: none was named.</param>
/// <param name="TipsSilent">Whether tips were held back before.</param>
public sealed record Relief(int Bill, Instant Since, Answer? Goal, bool TipsSilent)
{
    private const string GoalStep = "G1", Debt = "debt";

    internal static void Begin(Talk talk, Bill bill)
    {
        var before = talk.Member.Relief ?? new Relief(bill.Id, talk.Now, talk.Member.Answers.GetValueOrDefault(GoalStep), talk.Member.TipsSilent);
        talk.Member = talk.Member with { TipsSilent = true, Relief = before with { Bill = bill.Id } };
        if (talk.Member.Answers.GetValueOrDefault(GoalStep)?.Option != Debt)
        {
            Answering.Put(talk, GoalStep, new Answer(Debt, before.Since));
        }
    }

    /// <summary>By the person's word, or with the first payment. A goal they chose since then stays.</summary>
    internal static void End(Talk talk)
    {
        if (talk.Member.Relief is not { } relief)
        {
            return;
        }

        talk.Member = talk.Member with { Relief = null, TipsSilent = relief.TipsSilent };
        if (talk.Member.Answers.GetValueOrDefault(GoalStep) is not { Option: Debt } turned || turned.At != relief.Since)
        {
            return;
        }

        if (relief.Goal is { } goal)
        {
            Answering.Put(talk, GoalStep, goal);
            return;
        }

        talk.Member = talk.Member with { Answers = talk.Member.Answers.Remove(GoalStep) };
        talk.Happened(EventKinds.Changed, ("what", "goal"));
    }

    /// <summary>A goal was chosen: one that is not about debts ends it.</summary>
    internal static void Chosen(Talk talk)
    {
        if (talk.Given is { Option: not Debt })
        {
            End(talk);
        }
    }

    /// <summary>A due date has ended: the first payment of the bill ends it, unless another one cannot be paid either.</summary>
    internal static void Paid(Talk talk, Bill bill, Cycle cycle)
    {
        if ((cycle.State == CycleState.CantPay || talk.Member.Relief?.Bill == bill.Id)
            && !OpenCycles.Of(talk.Member, talk.Today, talk.Zone).Any(pair => pair.Cycle.State == CycleState.CantPay))
        {
            End(talk);
        }
    }
}
