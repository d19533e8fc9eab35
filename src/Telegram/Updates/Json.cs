using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ontime.Telegram;

/// <summary>
/// Reads JSON field by field. Throws <see cref="JsonException"/> for a wrong shape and nothing else: strings are decoded here,
/// since the reader's own throws on a lone surrogate, which people do send.
/// </summary>
internal static class Json
{
    /// <summary>Enters the object whose value comes next.</summary>
    public static void Enter(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object was expected.");
        }
    }

    /// <summary>Moves to the next field of the object entered; false at its end. A field that is null counts as absent.</summary>
    public static bool NextField(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var value = reader;
            if (!value.Read() || value.TokenType != JsonTokenType.Null)
            {
                return true;
            }

            reader = value;
        }

        return false;
    }

    /// <summary>Whether the field has this name. Telegram never escapes a name.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(name);

    public static long Long(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)
            ? value
            : throw new JsonException("A whole number was expected.");

    public static bool Bool(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType is JsonTokenType.True or JsonTokenType.False
            ? reader.TokenType == JsonTokenType.True
            : throw new JsonException("A yes or no was expected.");

    public static string String(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.String
            ? Decode(reader.ValueSpan, reader.ValueIsEscaped)
            : throw new JsonException("A string was expected.");

    /// <summary>UTF-8 with JSON escapes to a well-formed string: lone surrogates and bad bytes become U+FFFD, NUL goes.</summary>
    internal static string Decode(ReadOnlySpan<byte> raw, bool escaped)
    {
        if (!escaped)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var chars = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            var n = Unescape(raw, chars);
            return Repair(chars.AsSpan(0, n));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars, clearArray: true);
        }
    }

    private static int Unescape(ReadOnlySpan<byte> raw, Span<char> chars)
    {
        var n = 0;
        while (raw.Length > 0)
        {
            var run = raw.IndexOf((byte)'\\');
            n += Encoding.UTF8.GetChars(run < 0 ? raw : raw[..run], chars[n..]);
            if (run < 0)
            {
                break;
            }

            var (c, used) = Escape(raw[run..]);
            raw = raw[(run + used)..];
            if (c != '\0')
            {
                chars[n++] = c;
            }
        }

        return n;
    }

    private static (char Value, int Used) Escape(ReadOnlySpan<byte> at) => at[1] switch
    {
        (byte)'n' => ('\n', 2),
        (byte)'r' => ('\r', 2),
        (byte)'t' => ('\t', 2),
        (byte)'b' => ('\b', 2),
        (byte)'f' => ('\f', 2),
        (byte)'u' => ((char)ushort.Parse(at.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), 6),
        var plain => ((char)plain, 2),
    };

    private static string Repair(Span<char> chars)
    {
        for (var i = 0; i < chars.Length; i++)
        {
            if (char.IsHighSurrogate(chars[i]) && i + 1 < chars.Length && char.IsLowSurrogate(chars[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(chars[i]))
            {
                chars[i] = '\uFFFD';
            }
        }

        return new string(chars);
    }
}
