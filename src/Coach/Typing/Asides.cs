namespace Ontime.Typing;

public enum Aside
{
    Skip,
    Unsure,
    NotApplicable,
    Decline,
    Why,
    Back,
    Cancel,
    Help,
    Example,
}

/// <summary>The words that mean the same under every question.</summary>
public static class Asides
{
    /// <summary>Null: not an aside, so an answer to the question or nothing known.</summary>
    public static Aside? Read(string text, Language language) => Cleaned.Text(text).Trim().ToLowerInvariant() switch
    {
        "跳过" or "skip" => Aside.Skip,
        "不知道" or "not sure" => Aside.Unsure,
        "为什么" or "why" => Aside.Why,
        "返回" or "back" => Aside.Back,
        "取消" or "cancel" => Aside.Cancel,
        "帮助" or "help" => Aside.Help,
        _ => null,
    };
}
