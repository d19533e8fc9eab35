using NodaTime;
using Ontime.Broadcasting;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>Carries out what an admin ordered about broadcasts, and says what is to be seen of it. Every order may come twice.</summary>
internal sealed class Casting(Broadcasts casts, Bell bell, Delivery limits, Func<Instant> now)
{
    private const int Listed = 8, StepsShown = 12;

    /// <summary>How many a second are expected where nothing is limited.</summary>
    private const double Unlimited = 500;

    /// <summary>Who sleeps or was spoken to already is waited for so long.</summary>
    private static readonly Duration Valid = Duration.FromHours(24);

    /// <summary>What tells of an order to whoever sends broadcasts.</summary>
    public Bell Bell => bell;

    private double PerSecond => new[] { limits.BulkPerSecond, limits.PerSecond }.Where(limit => limit > 0).Select(limit => limit * Gate.Steady).DefaultIfEmpty(Unlimited).Min();

    /// <param name="outboxId">By it a draft that is ordered twice is kept once.</param>
    public async Task<IReadOnlyList<Effect>> DoAsync(long outboxId, long chat, Language language, Effect.Cast cast, CancellationToken stop) => cast.Order switch
    {
        CastOrder.Compose compose => await DraftAsync(outboxId, chat, language, compose, stop),
        CastOrder.List => [Say(CastWords.List([.. await Task.WhenAll((await casts.ListAsync(Listed, stop)).Select(row => CastStanding.OfAsync(casts, row, stop)))]))],
        CastOrder.Choose choose => [await DraftedAsync(choose.Id, cast, row => Task.FromResult(Groups(row)), stop)],
        CastOrder.ChooseStep steps => [await DraftedAsync(steps.Id, cast, row => StepsAsync(row, stop), stop)],
        CastOrder.Aim aim => [await DraftedAsync(aim.Id, cast, row => AimAsync(row, aim, stop), stop)],
        CastOrder.Test test => await TestAsync(test.Id, stop),
        CastOrder.Send send => await SendAsync(send.Id, cast, stop),
        CastOrder.Pause pause => await MoveAsync(pause.Id, cast, [BroadcastState.Running], BroadcastState.Paused, stop),
        CastOrder.Resume resume => await MoveAsync(resume.Id, cast, [BroadcastState.Paused], BroadcastState.Running, stop),
        CastOrder.Stop end => await MoveAsync(end.Id, cast, [BroadcastState.Running, BroadcastState.Paused], BroadcastState.Stopped, stop),
        CastOrder.Again again => await AgainAsync(again.Id, cast, stop),
        CastOrder.Drop drop => [Here(cast, await casts.MoveAsync(drop.Id, [BroadcastState.Draft], BroadcastState.Stopped, stop) ? CastWords.Dropped : CastWords.Gone)],
        CastOrder.Show show => await casts.FindAsync(show.Id, stop) is { } row ? [Say(CastWords.Status(await CastStanding.OfAsync(casts, row, stop)))] : [Say(CastWords.Gone)],
        _ => throw new ArgumentOutOfRangeException(nameof(cast), cast.Order.GetType().Name, "An order without a way."),
    };

    private async Task<IReadOnlyList<Effect>> DraftAsync(long outboxId, long chat, Language language, CastOrder.Compose compose, CancellationToken stop)
    {
        var texts = new CastTexts(compose.Chinese, compose.English);
        var everybody = Audiences.Of(CastGroup.All, null, texts, now().InUtc().Date);
        var row = await casts.DraftAsync(
            new BroadcastRow(0, outboxId, chat, language.Code(), BroadcastState.Draft, now(), null, 0, 0, null, everybody, texts.Write()), stop);
        return [.. Each(texts).Select(one => Say(CastWords.Preview(one.Language, one.Html))), Say(Groups(row))];
    }

    private async Task<Message> StepsAsync(BroadcastRow row, CancellationToken stop)
    {
        var stalled = Audiences.Of(CastGroup.Stalled, null, CastTexts.Of(row), now().InUtc().Date);
        return CastWords.Steps(row.Id, await casts.StepsAsync(stalled, StepsShown, stop));
    }

    private async Task<Message> AimAsync(BroadcastRow row, CastOrder.Aim aim, CancellationToken stop)
    {
        var audience = Audiences.Of(aim.Group, aim.Step, CastTexts.Of(row), now().InUtc().Date);
        await casts.AimAsync(row.Id, audience, stop);
        return CastWords.Crowd(row.Id, aim.Group, aim.Step, Audiences.Crowd(await casts.CountAsync(audience, stop)), PerSecond);
    }

    private async Task<IReadOnlyList<Effect>> TestAsync(long id, CancellationToken stop) =>
        await casts.FindAsync(id, stop) is { } row ? [.. Each(CastTexts.Of(row)).Select(one => Say(CastWords.Copy(one.Html)))] : [Say(CastWords.Gone)];

    private async Task<IReadOnlyList<Effect>> SendAsync(long id, Effect.Cast cast, CancellationToken stop)
    {
        if (await casts.FindAsync(id, stop) is { State: BroadcastState.Draft } row)
        {
            var total = Audiences.Crowd(await casts.CountAsync(row.Audience, stop)).People;
            await casts.StartAsync(id, total, now() + Valid + Duration.FromSeconds(total / PerSecond), cast.MessageId, stop);
        }

        return await StandingAsync(id, cast, stop);
    }

    private async Task<IReadOnlyList<Effect>> MoveAsync(
        long id, Effect.Cast cast, IReadOnlyList<BroadcastState> from, BroadcastState to, CancellationToken stop)
    {
        await casts.MoveAsync(id, from, to, stop);
        return await StandingAsync(id, cast, stop);
    }

    private async Task<IReadOnlyList<Effect>> AgainAsync(long id, Effect.Cast cast, CancellationToken stop)
    {
        await casts.AgainAsync(id, now(), now() + Valid, stop);
        return await StandingAsync(id, cast, stop);
    }

    /// <summary>Shown in the message that was pressed: by who sends it, where it is being sent or will be at once, else from here.</summary>
    private async Task<IReadOnlyList<Effect>> StandingAsync(long id, Effect.Cast cast, CancellationToken stop)
    {
        if (cast.MessageId is { } message)
        {
            await casts.ShowAsync(id, message, stop);
        }

        var sending = bell.Sending;
        bell.Ring();
        var row = await casts.FindAsync(id, stop);
        return row is null ? [Here(cast, CastWords.Gone)]
            : sending == id || (sending is null && row.State == BroadcastState.Running) ? []
            : [Here(cast, CastWords.Status(await CastStanding.OfAsync(casts, row, stop)))];
    }

    private async Task<Effect> DraftedAsync(long id, Effect.Cast cast, Func<BroadcastRow, Task<Message>> say, CancellationToken stop) =>
        Here(cast, await casts.FindAsync(id, stop) is { State: BroadcastState.Draft } row ? await say(row) : CastWords.Gone);

    private static Message Groups(BroadcastRow row) => CastWords.Groups(row.Id, CastTexts.Of(row).Chinese is not null, CastTexts.Of(row).English is not null);

    private static IEnumerable<(Language Language, string Html)> Each(CastTexts texts) =>
        Enum.GetValues<Language>().Where(language => texts.In(language) is not null).Select(language => (language, texts.In(language)!));

    private static Effect.Say Say(Message message) => new("cast", message);

    private static Effect Here(Effect.Cast cast, Message message) => cast.MessageId is null ? Say(message) : new Effect.Edit("cast", cast.MessageId, message);
}
