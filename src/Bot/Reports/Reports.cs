using Ontime.Admin;

namespace Ontime.Bot;

/// <summary>Looks up what an admin asked for, when it is sent; the words are made by the core.</summary>
internal sealed class Reports(Health health)
{
    /// <returns>Null: nothing is to be said.</returns>
    public async Task<Message?> OfAsync(Order order, Language language, CancellationToken cancellationToken) => order switch
    {
        Order.Health => HealthReport.Of([.. await health.TroublesAsync(cancellationToken), .. health.Warnings]),
        _ => null,
    };
}
