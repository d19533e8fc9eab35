using System.Text.RegularExpressions;

namespace Ontime.Typing;

/// <summary>Somebody says that they are a child: “I’m 17”, “我今年16岁”. The coach is for adults only.</summary>
internal static partial class Ages
{
    private const int Adult = 18;

    private static readonly string[] Minor =
        ["i'm under 18", "i am under 18", "i'm not 18", "i am not 18", "i'm a minor", "i am a minor", "i'm underage", "i am underage", "我未成年", "我还未成年", "我是未成年", "我没满18", "我未满18", "我还没满18", "我还没到18", "我不到18"];

    /// <param name="plain">By <see cref="Plain.Of"/>.</param>
    public static bool IsChild(string plain) => Plain.HasAny(plain, Minor) || Years(plain) < Adult;

    /// <summary>They agree and leave out their age, “同意”, or the other way round, “I’m 25”: consent takes both.</summary>
    /// <param name="plain">By <see cref="Plain.Of"/>.</param>
    public static bool IsHalfOfConsent(string plain) =>
        Half().IsMatch(plain) || Years(plain) >= Adult;

    /// <summary>“I’m 21 and I agree”, “我25岁，同意”: both, in two parts and nothing else.</summary>
    /// <param name="plain">By <see cref="Plain.Of"/>.</param>
    public static bool IsConsent(string plain) =>
        plain.Split([" and ", ",", "，", "。", "、", "."], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var one, var other]
        && IsHalfOfConsent(one) && IsHalfOfConsent(other) && Agrees(one) != Agrees(other);

    private static bool Agrees(string half) => Array.Exists(["同意", "agree", "consent", "accept"], half.Contains);

    private static int? Years(string plain) =>
        Said().Match(plain) is { Success: true } said ? int.Parse(said.Groups["age"].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:(?:好的?|嗯|行|可以|是的?)?[, ]?我?(?:都)?同意(?:了|的|啊|吧)?|我?(?:已经?|早就?)?满(?:18|十八)岁?了?|我?(?:已经?|早就?)?成年了?|我是?成年人|(?:(?:ok|okay|yes|yeah|sure|fine),? )?(?:i )?(?:do )?(?:agree|agreed|consent|accept)(?: to (?:this|that|it|the terms|all of it))?|(?:i'm |i am )?(?:over 18|18\+|above 18|an adult))$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Half();

    // The whole of it: “I am 17 days late” is another matter, and of a daughter of 17 nothing follows.
    [GeneratedRegex(@"^(?:(?:i'm|i am|i'm only|i am only|i just turned|i turned) (?<age>[0-9]{1,2})(?: years old| years| yo| y\.o\.)?|(?:我|我今年|我才|我今年才|我只有|本人)(?<age>[0-9]{1,2})岁(?:半|了)?)[.!]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Said();
}
