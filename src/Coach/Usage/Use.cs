using System.Collections.Immutable;
using NodaTime;

namespace Ontime.Usage;

public enum UseKind { Borrowing, Application, Repayment }

/// <summary>Something a person did with credit and logged.</summary>
/// <param name="On">The local day it was logged.</param>
/// <param name="Amount">Yuan; null without the second consent.</param>
/// <param name="Bill">The bill of the calendar that a borrowing became or a repayment settled; 0: none.</param>
public sealed record Use(UseKind Kind, LocalDate On, decimal? Amount = null, int Bill = 0);

/// <summary>The last uses, oldest first. Every one ever logged is an event.</summary>
internal static class Uses
{
    /// <summary>Uses kept in the document, and for how long: what is judged looks back 90 days, what is drawn a year.</summary>
    public const int Kept = 40, Days = 366;

    public static ImmutableList<Use> With(ImmutableList<Use> uses, Use use)
    {
        var all = uses.Add(use).RemoveAll(one => Period.DaysBetween(one.On, use.On) > Days);
        return all.Count > Kept ? all.RemoveRange(0, all.Count - Kept) : all;
    }

    /// <summary>How many of a kind in the last days, today among them.</summary>
    public static int Count(IReadOnlyList<Use> uses, UseKind kind, LocalDate today, int days) =>
        uses.Count(use => use.Kind == kind && use.On <= today && Period.DaysBetween(use.On, today) < days);
}
