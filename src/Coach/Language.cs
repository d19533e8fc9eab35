namespace Ontime;

/// <summary>A language the coach speaks.</summary>
public enum Language
{
    En,
    ZhHans,
}

public static class Languages
{
    /// <summary>The code used in files, in the store and in the names of the texts: <c>en</c>, <c>zh-Hans</c>.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.En => "en",
        Language.ZhHans => "zh-Hans",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "A language without a code."),
    };

    /// <summary>Reads one of our own codes; null for any other.</summary>
    public static Language? Parse(string? code) => code switch
    {
        "en" => Language.En,
        "zh-Hans" => Language.ZhHans,
        _ => null,
    };

    /// <summary>The nearest language for a client's IETF tag (<c>zh-CN</c>, <c>zh-hant</c>, <c>en-GB</c>): Chinese for any zh, else English.</summary>
    public static Language Nearest(string? tag) =>
        tag is not null && (tag.Equals("zh", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("zh-", StringComparison.OrdinalIgnoreCase))
            ? Language.ZhHans
            : Language.En;
}
