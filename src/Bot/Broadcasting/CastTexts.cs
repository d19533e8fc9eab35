using System.Text;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>What a broadcast says in each language; null: nothing to those who speak it.</summary>
internal sealed record CastTexts(string? Chinese, string? English)
{
    public string? In(Language language) => language == Language.ZhHans ? Chinese : English;

    /// <summary>No text holds a NUL: the intake takes them out.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes($"{Chinese}\0{English}");

    public static CastTexts Of(BroadcastRow row)
    {
        var texts = Encoding.UTF8.GetString(row.Content).Split('\0');
        return new CastTexts(texts[0].Length > 0 ? texts[0] : null, texts.Length > 1 && texts[1].Length > 0 ? texts[1] : null);
    }
}
