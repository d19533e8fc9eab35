using System.Text.RegularExpressions;

namespace Ontime.Typing;

/// <summary>How many bills there are, and nothing of any: “I have 3 credit cards”, “我欠两笔网贷”.</summary>
internal static partial class HowMany
{
    /// <param name="plain">By <see cref="Plain.Of"/>.</param>
    public static bool IsOfBills(string plain) => Said().IsMatch(plain);

    /// <summary>“我这个月还了三笔”, “paid two bills”: more than one is spoken of.</summary>
    /// <param name="text">Folded, see <see cref="Plain.Folded"/>.</param>
    public static bool Holds(string text) => Several().IsMatch(text);

    [GeneratedRegex("(?:[二两三四五六七八九十几2-9]|好几)(?:张卡|张信用卡|笔|个账|家)|\\b(?:two|three|four|five|six|several|[2-9]) (?:of my |of the )?(?:cards|loans|bills|debts|of them)\\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Several();

    [GeneratedRegex(
        "^(?:(?:i|we)(?: have| owe| have got| have to pay|'ve got| got| hold| use| owe on)? |i've got )?(?:[2-9]|[1-9][0-9]|two|three|four|five|six|seven|eight|nine|ten|several|a few|many|a lot of|some)(?: different| other)?(?: credit| bank| online)? (?:cards|loans|bills|debts)(?: to (?:pay|repay))?$"
        + "|^(?:我|我们)?(?:一共|总共|现在|还)?(?:有|欠|欠了|办了|用|要还)?(?:[二两三四五六七八九十几]|好几|十几|[2-9]|[1-9][0-9])(?:张|笔|个|家|份)(?:银行|信用|网络)?(?:信用卡|卡|网贷|贷款|贷|账单|账|债|借款)(?:要还)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Said();
}
