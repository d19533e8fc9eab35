using Ontime.Dialogs;
using Ontime.Typing;

namespace Ontime.Checklist;

/// <summary>“我换手机号了”, “I want to change my goal”: which answer is to be given anew.</summary>
internal static class Changes
{
    // Longer than this somebody tells a story.
    private const int Longest = 40;

    private static readonly string[] Changed =
        ["换", "改", "更新", "过期", "更正", "填错", "写错", "变了", "变更", "change", "changed", "changing", "update", "updated", "new", "expired", "expires", "correct", "wrong", "edit", "fix"];

    private static readonly string[] Another = ["不", "没", "账单", "话费", "not", "never", "n't", "bill", "bills"];

    /// <summary>The one item that is named; null: none, or nothing about it changed.</summary>
    public static string? Item(Talk talk, string text)
    {
        var plain = Plain.Of(text);
        if (plain.Length > Longest || Enquiries.Asks(plain) || !Plain.HasAny(plain, Changed) || Array.Exists(Another, word => word == "n't" ? plain.Contains(word) : Plain.Has(plain, word)))
        {
            return null;
        }

        var named = talk.Set.Items.Keys.Where(item => Enum.GetValues<Language>().Any(language => Names(talk, item, language).Any(name => Plain.Has(plain, Plain.Of(name))))).ToList();
        return named is [var one] ? one : null;
    }

    private static IEnumerable<string> Names(Talk talk, string item, Language language) =>
        talk.Set.Texts(language).Words($"{item}.name.typed");
}
