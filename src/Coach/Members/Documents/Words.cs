using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Ontime.Members.Documents;

/// <summary>An id inside a line: letters, digits, dot and underscore stand for themselves, anything else is escaped as in an address (%20).</summary>
internal static class Words
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._");

    public static void Append(ref DefaultInterpolatedStringHandler line, string id) =>
        line.AppendLiteral(id.AsSpan().ContainsAnyExcept(Plain) ? Uri.EscapeDataString(id) : id);

    public static string Read(ReadOnlySpan<char> text) => text.Contains('%') ? Uri.UnescapeDataString(text.ToString()) : text.ToString();

    public static decimal Decimal(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : throw new JsonException("No number here.");
}
