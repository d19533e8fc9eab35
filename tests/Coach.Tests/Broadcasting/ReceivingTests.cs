using NodaTime;
using Ontime.Broadcasting;
using Ontime.Members;

namespace Ontime.Tests.Broadcasting;

public sealed class ReceivingTests
{
    /// <summary>Noon in Shanghai.</summary>
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 4, 0);

    private static readonly Member Lin = new()
    {
        ChatId = 1, Language = Language.ZhHans, Zone = "Asia/Shanghai", Joined = Noon - Duration.FromDays(30), LastInput = Noon - Duration.FromDays(2),
    };

    [Fact]
    public void Somebody_who_is_awake_and_not_busy_gets_it_now() => At(Lin).ShouldBe(new Receiving.Now());

    [Fact]
    public void Quiet_hours_last_until_their_end() =>
        Receiving.Of(Lin, [], Noon + Duration.FromHours(11)).ShouldBe(new Receiving.Later(Noon + Duration.FromHours(20)));

    [Fact]
    public void Nobody_is_interrupted() =>
        At(Lin with { LastInput = Noon - Duration.FromMinutes(4) }).ShouldBe(new Receiving.Later(Noon + Duration.FromMinutes(6)));

    [Fact]
    public void After_words_of_distress_nothing_comes() =>
        At(Lin with { QuietUntil = Noon + Duration.FromDays(10) }).ShouldBe(new Receiving.Later(Noon + Duration.FromDays(10)));

    [Fact]
    public void Two_a_day_whether_nudges_or_broadcasts()
    {
        var morning = Noon - Duration.FromHours(3);
        At(Lin with { Nudges = [morning] }).ShouldBe(new Receiving.Now());
        At(Lin with { Nudges = [morning] }, morning + Duration.FromHours(1)).ShouldBe(new Receiving.Later(Noon + Duration.FromDays(1)));
        At(Lin, morning, morning + Duration.FromHours(1)).ShouldBe(new Receiving.Later(Noon + Duration.FromDays(1)));
    }

    [Fact]
    public void Half_an_hour_after_anything_else() =>
        At(Lin with { Spoken = [Noon - Duration.FromMinutes(10)] }).ShouldBe(new Receiving.Later(Noon + Duration.FromMinutes(20)));

    [Fact]
    public void Who_paused_declined_or_is_out_of_reach_never_gets_it()
    {
        At(Lin with { Paused = Paused.All }).ShouldBe(new Receiving.Never());
        At(Lin with { Paused = Paused.ButBills }).ShouldBe(new Receiving.Never());
        At(Lin with { NoBroadcasts = true }).ShouldBe(new Receiving.Never());
        At(Lin with { Reachable = false }).ShouldBe(new Receiving.Never());
    }

    private static Receiving At(Member member, params Instant[] received) => Receiving.Of(member, received, Noon);
}
