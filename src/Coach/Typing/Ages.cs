using System.Text.RegularExpressions;

namespace Ontime.Typing;

/// <summary>Somebody says that they are a child: “I’m 17”, “我今年16岁”. The coach is for adults only.</summary>
internal static partial class Ages
{
    private const int Adult = 18;

    private static readonly string[] Minor =
        ["i'm under 18", "i am under 18", "i'm not 18", "i am not 18", "i'm a minor", "i am a minor", "i'm underage", "i am underage", "我未成年", "我还未成年", "我是未成年", "我没满18", "我未满18", "我还没满18", "我还没到18", "我不到18"];

    /// <param name="plain">By <see cref="Plain.Of"/>.</param>
    public static bool IsChild(string plain) =>
        Plain.HasAny(plain, Minor) || (Said().Match(plain) is { Success: true } said && int.Parse(said.Groups["age"].Value, System.Globalization.CultureInfo.InvariantCulture) < Adult);

    // The whole of it: “I am 17 days late” is another matter, and of a daughter of 17 nothing follows.
    [GeneratedRegex(@"^(?:(?:i'm|i am|i'm only|i am only|i just turned|i turned) (?<age>[0-9]{1,2})(?: years old| years| yo| y\.o\.)?|(?:我|我今年|我才|我今年才|我只有|本人)(?<age>[0-9]{1,2})岁(?:半|了)?)[.!]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Said();
}
