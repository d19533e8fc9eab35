using Ontime.Broadcasting;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>The copies of one broadcast: made once a language, sent once a person.</summary>
internal sealed class CastCopies(BroadcastRow row, CastKit kit)
{
    private readonly Dictionary<Language, SendMessage> _copies = Enum.GetValues<Language>()
        .Where(language => CastTexts.Of(row).In(language) is not null)
        .ToDictionary(language => language, language => Copy(kit, language, CastTexts.Of(row).In(language)!));

    private int _failures;

    /// <summary>The place in the gate is held already, and is left here.</summary>
    /// <returns>What became of it. Where nobody can say, it is not tried again.</returns>
    public async Task<Met> SendAsync(long chatId, Language language, CancellationToken abort)
    {
        try
        {
            var call = _copies[language] with { ChatId = chatId };
            var verdict = await kit.Courier.OnceAsync(call, SendKind.Broadcast, chatId, _failures + 1, abort);
            if (verdict is Verdict.AsPlain)
            {
                kit.Log.BadMarkup("cast.text");
                await kit.Gate.EnterAsync(Lane.Broadcast, 0, abort);
                verdict = await kit.Courier.OnceAsync(call with { Plain = true, Text = Html.ToPlain(call.Text) }, SendKind.Broadcast, chatId, _failures + 1, abort);
            }

            _failures = verdict is Verdict.Again ? _failures + 1 : 0;
            return Fated(chatId, verdict);
        }
        catch (OperationCanceledException ended) when (ended is not CallInterruptedException { MayHaveLeft: true })
        {
            return new Met(chatId, Fate.Waiting, kit.Now);
        }
        catch (Exception fault)
        {
            if (fault is not OperationCanceledException)
            {
                kit.Log.ParcelFailed(0, chatId, fault.GetType().Name);
            }

            return new Met(chatId, Fate.Unknown);
        }
    }

    private Met Fated(long chatId, Verdict verdict)
    {
        if (verdict is Verdict.Drop dropped)
        {
            kit.Log.SendDropped(nameof(SendKind.Broadcast), chatId, dropped.Why, "cast.text");
        }

        return verdict switch
        {
            Verdict.Done => new Met(chatId, Fate.Delivered),
            Verdict.Gone => new Met(chatId, Fate.Unreachable),
            Verdict.Again again => new Met(chatId, Fate.Waiting, kit.Now + NodaTime.Duration.FromTimeSpan(again.Wait)),
            Verdict.Drop { Refused: false } => new Met(chatId, Fate.Unknown),
            _ => new Met(chatId, Fate.Refused),
        };
    }

    private static SendMessage Copy(CastKit kit, Language language, string html)
    {
        var rendered = kit.Renderer.Render(language, CastWords.Copy(html));
        return new SendMessage(0, rendered.Html) { ReplyMarkup = Keyboards.Of(rendered) };
    }
}
