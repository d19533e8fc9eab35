namespace Ontime.Words;

/// <summary>What is stored of a turn until it is sent.</summary>
public sealed record Outgoing(Language Language, IReadOnlyList<Effect> Effects);

/// <summary>Effects as compact JSON bytes: one outbox row a turn.</summary>
public static class EffectCodec
{
    public static byte[] Write(Outgoing outgoing) => throw new NotSupportedException($"{outgoing}");

    /// <exception cref="FormatException">The bytes were not written by this codec.</exception>
    public static Outgoing Read(ReadOnlySpan<byte> bytes) => throw new NotSupportedException($"{bytes.Length}");
}
