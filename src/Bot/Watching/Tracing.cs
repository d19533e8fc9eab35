using System.Diagnostics;

namespace Ontime.Bot;

/// <summary>The way of an update as spans: receive, turn, send, and the calls below it. Where nobody listens there are none.</summary>
internal static class Tracing
{
    public const string Name = "Ontime";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>One for each input of a batch, since each belongs to the way of its own update.</summary>
    public static TurnSpans Turn(IReadOnlyList<Incoming> batch)
    {
        if (!Source.HasListeners())
        {
            return TurnSpans.None;
        }

        return new TurnSpans([.. batch.Select(incoming => (incoming.ChatId, Turn(incoming, batch.Count)))]);
    }

    private static Activity? Turn(Incoming incoming, int batch)
    {
        // A wake begins a way of its own, and is no part of the input before it.
        Activity.Current = null;
        return Source.StartActivity("turn", ActivityKind.Internal, incoming.Trace, [new("input", incoming.Input.GetType().Name), new("batch", batch)]);
    }

    public static Activity? Receive(long updateId) => Source.HasListeners()
        ? Source.StartActivity("receive", ActivityKind.Consumer, default(ActivityContext), [new("update", updateId)])
        : null;

    public static Activity? Send(Parcel parcel) => Source.HasListeners()
        ? Source.StartActivity("send", ActivityKind.Producer, parcel.Trace, [new("lane", parcel.Lane.ToString()), new("effects", parcel.Outgoing.Effects.Count)])
        : null;
}

/// <summary>The spans of one transaction.</summary>
internal sealed class TurnSpans(IReadOnlyList<(long ChatId, Activity? Span)> spans) : IDisposable
{
    public static TurnSpans None { get; } = new([]);

    /// <summary>Where the way of a chat's update goes on.</summary>
    public ActivityContext WayOf(long chatId) => spans.Count == 0 ? default : Last(chatId)?.Context ?? default;

    private Activity? Last(long chatId) => spans.LastOrDefault(one => one.ChatId == chatId).Span;

    public void Dispose()
    {
        foreach (var (_, span) in spans)
        {
            span?.Dispose();
        }
    }
}
