namespace Ontime.Members;

/// <summary>The member document as versioned JSON bytes; older versions are migrated when they are read.</summary>
public static class MemberCodec
{
    public static byte[] Write(Member member) => throw new NotSupportedException($"{member}");

    /// <exception cref="FormatException">The bytes are no member document, or of a newer program.</exception>
    public static Member Read(ReadOnlySpan<byte> bytes) => throw new NotSupportedException($"{bytes.Length}");

    /// <summary>The data of an event as JSON bytes.</summary>
    public static byte[] WriteEvent(Event happened) => throw new NotSupportedException($"{happened}");

    public static Event ReadEvent(string kind, ReadOnlySpan<byte> data) => throw new NotSupportedException($"{kind} {data.Length}");
}
