using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

public sealed class ShortenedTests
{
    [Theory]
    [InlineData("Never pay late", "never late please")]
    [InlineData("Keep it", "yes, keep")]
    [InlineData("Sort out my debts", "I want to sort debts")]
    [InlineData("Just that date", "that date")]
    public void Half_of_the_words_in_their_order_are_the_label(string label, string text) => Shortened.Is(label, text).ShouldBeTrue();

    [Theory]
    [InlineData("Not sure", "sure")]
    [InlineData("Can’t pay this one", "pay this one")]
    [InlineData("Never pay late", "late")]
    [InlineData("Never pay late", "late pay")]
    [InlineData("Never pay late", "never ever late")]
    [InlineData("Keep it", "yes please")]
    [InlineData("Keep it", "how do I keep it")]
    [InlineData("Paid in full", "花呗")]
    [InlineData("Paid in full", "")]
    public void What_leaves_out_a_not_or_most_of_it_or_adds_a_word_is_something_else(string label, string text) => Shortened.Is(label, text).ShouldBeFalse();
}
