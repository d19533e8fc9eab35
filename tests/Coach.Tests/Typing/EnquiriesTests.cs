using Ontime.Typing;

namespace Ontime.Tests.Typing;

public sealed class EnquiriesTests
{
    [Theory]
    [InlineData("late_what", "晚几天还行吗|花呗这个月晚几天还行吗|晚还一天有影响吗|逾期一天会怎样|can I pay late by two days|what happens if I miss a payment|is it bad to pay a bill late?")]
    [InlineData("late_kept", "逾期记录多久消|how long does a late payment stay on my report")]
    [InlineData("score_fell", "我的芝麻分掉了|我芝麻分从680掉到650|my score dropped|为什么我的分降了")]
    [InlineData("score_good", "芝麻分多少算高|what is a good sesame score")]
    [InlineData(null, "what is a good FICO score|微信支付分多少算高|how does Schufa affect me|晚上好|明天还可以吗")]
    public void A_question_that_is_known_has_its_topic_and_of_other_scores_nothing_is_known(string? topic, string texts)
    {
        foreach (var text in texts.Split('|'))
        {
            Enquiries.Of(Plain.Of(text)).ShouldBe(topic, text);
        }
    }
}
