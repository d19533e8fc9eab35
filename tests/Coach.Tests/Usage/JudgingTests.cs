using System.Collections.Immutable;
using NodaTime;
using Ontime.Members;
using Ontime.Usage;

namespace Ontime.Tests.Usage;

public sealed class JudgingTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Theory]
    [InlineData(1, "few")]
    [InlineData(3, "few")]
    [InlineData(4, "many")]
    [InlineData(5, "many")]
    [InlineData(6, "too_many")]
    public void Borrowings_are_judged_as_in_D2(int count, string judged) => Judging.Borrowings(count).ShouldBe(judged);

    [Fact]
    public void Applications_of_the_last_90_days_count() => Judging.Applications(Applied(0, 89, 90, 200), null, null, Today).ShouldBe(2);

    [Fact]
    public void Applications_logged_after_the_answer_are_added_to_it() =>
        Judging.Applications(Applied(3, 40), new Answer("c2", default), Today.PlusDays(-20), Today).ShouldBe(3);

    [Fact]
    public void A_typed_number_counts_before_its_band() =>
        Judging.Applications([], new Answer("c4_5", default, 5), Today.PlusDays(-20), Today).ShouldBe(5);

    [Fact]
    public void An_answer_of_more_than_90_days_ago_is_no_longer_counted() =>
        Judging.Applications(Applied(3), new Answer("c6", default), Today.PlusDays(-90), Today).ShouldBe(1);

    [Fact]
    public void The_log_keeps_a_year_and_40_at_most()
    {
        var uses = Enumerable.Range(0, 100).Aggregate(ImmutableList<Use>.Empty, (all, day) => Uses.With(all, new Use(UseKind.Application, Today.PlusDays(day))));
        uses.Count.ShouldBe(Uses.Kept);
        uses[^1].On.ShouldBe(Today.PlusDays(99));
        Uses.With(uses, new Use(UseKind.Repayment, Today.PlusDays(600))).Count.ShouldBe(1);
    }

    private static ImmutableList<Use> Applied(params int[] daysAgo) =>
        [.. daysAgo.Order().Reverse().Select(days => new Use(UseKind.Application, Today.PlusDays(-days)))];
}
