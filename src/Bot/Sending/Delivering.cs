using Ontime.Bot.Charts;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>Renders and sends the effects of one parcel, from where it stands.</summary>
internal sealed class Delivering(Parcel parcel, Func<Lane> lane, Names names, TokenBucket bucket, SenderKit kit, CancellationToken takenBack, CancellationToken stop)
{
    private long _chat = parcel.ChatId;
    private bool _noted = parcel.Progress != Progress.Start;

    /// <summary>False where the person cannot be reached: the rest is not tried.</summary>
    public async Task<bool> RunAsync()
    {
        var effects = parcel.Outgoing.Effects;
        while (parcel.Progress.Effect < effects.Count)
        {
            var effect = effects[parcel.Progress.Effect];
            if (!await EffectAsync(effect))
            {
                return false;
            }

            Step(new Progress(parcel.Progress.Effect + 1, 0, 0), worthNoting: effect is not (Effect.Answer or Effect.Edit or Effect.Strip));
        }

        return true;
    }

    private async Task<bool> EffectAsync(Effect effect)
    {
        try
        {
            return effect switch
            {
                Effect.Say say => await SayAsync(say.Name, say.Message),
                Effect.Edit edit => await EditAsync(edit),
                Effect.Strip strip => await StripAsync(strip),
                Effect.Delete delete => await DeleteAsync(delete),
                Effect.File file => await FileAsync(file.Kind),
                Effect.Chart chart => await ChartAsync(chart.Kind),
                Effect.Report report => await kit.Reported(report.Order, parcel.Outgoing.Language, stop) is not { } message || await SayAsync("admin", message),
                Effect.Cast cast => await CastAsync(cast),
                _ => true,
            };
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreException { OneCell: false }))
        {
            // A text that cannot be rendered must not take the question behind it along, nor a history with a hole in it.
            kit.Log.ParcelFailed(parcel.OutboxId, parcel.ChatId, fault.GetType().Name);
            return true;
        }
    }

    private async Task<bool> SayAsync(string name, Message message)
    {
        var (parts, keyboard, keys) = await RenderAsync(message);
        for (var part = parcel.Progress.Part; part < parts.Count; part++)
        {
            var last = part == parts.Count - 1;
            while (bucket.Wait() is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, kit.Time, takenBack);
            }

            bucket.Take();
            var call = new SendMessage(_chat, parts[part]) { ReplyMarkup = last ? keyboard : null };
            var (verdict, posted) = await CallAsync(call, SendKind.Say, keys);
            if (verdict is Verdict.Gone)
            {
                return false;
            }

            if (last && posted?.MessageId is { } id)
            {
                names.Set(name, id, keyboard is not null);
            }

            Step(new Progress(parcel.Progress.Effect, part + 1, 0));
        }

        return true;
    }

    private async Task<bool> EditAsync(Effect.Edit edit)
    {
        // A part beyond the first was already said anew: the message itself is done.
        if (parcel.Progress.Part > 0 || await FindAsync(edit.Name, edit.MessageId, open: false) is not { } id)
        {
            return await SayAsync(edit.Name, edit.Message);
        }

        var (parts, keyboard, keys) = await RenderAsync(edit.Message);
        if (parts.Count == 0)
        {
            return true;
        }

        var call = new EditMessageText(_chat, id, parts[0]) { ReplyMarkup = parts.Count == 1 ? keyboard : null };
        switch (await CallAsync(call, SendKind.Edit, keys))
        {
            case (Verdict.Gone, _):
                return false;
            case (Verdict.AsNew, _):
                Step(new Progress(parcel.Progress.Effect, 0, 0));
                return await SayAsync(edit.Name, edit.Message);
            default:
                names.Set(edit.Name, id, keyboard is not null);
                Step(new Progress(parcel.Progress.Effect, 1, 0), worthNoting: false);
                return parts.Count == 1 || await SayAsync(edit.Name, edit.Message);
        }
    }

    private async Task<bool> StripAsync(Effect.Strip strip)
    {
        if (await FindAsync(strip.Name, strip.MessageId, open: true) is not { } id || !names.MayHaveButtons(id))
        {
            return true;
        }

        var (verdict, _) = await CallAsync(new EditMessageReplyMarkup(_chat, id, null), SendKind.Strip, strip.Name);
        if (verdict is Verdict.Done)
        {
            names.Note(id, buttons: false);
            if (strip.MessageId is null)
            {
                names.Set(strip.Name, id, open: false);
            }
        }

        return verdict is not Verdict.Gone;
    }

    private async Task<bool> DeleteAsync(Effect.Delete delete)
    {
        var (verdict, _) = await CallAsync(new DeleteMessage(_chat, delete.MessageId), SendKind.Delete, "");
        if (verdict is Verdict.Undeleted)
        {
            await kit.Door.TryPutAsync(new Incoming(_chat, null, new Input.NotDeleted(delete.MessageId, parcel.Outgoing.Language)), stop);
        }

        return verdict is not Verdict.Gone;
    }

    private async Task<bool> CastAsync(Effect.Cast cast)
    {
        foreach (var effect in await kit.Casting.DoAsync(parcel.OutboxId, parcel.ChatId, parcel.Outgoing.Language, cast, stop))
        {
            Step(new Progress(parcel.Progress.Effect, 0, 0));
            if (!await EffectAsync(effect))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> FileAsync(FileKind kind)
    {
        var files = await kit.Exported(parcel.ChatId, kind, stop);
        for (var part = parcel.Progress.Part; part < files.Count; part++)
        {
            var (verdict, _) = await CallAsync(new SendDocument(_chat, files[part]), SendKind.File, "");
            if (verdict is Verdict.Gone)
            {
                return false;
            }

            Step(new Progress(parcel.Progress.Effect, part + 1, 0));
        }

        return true;
    }

    /// <summary>The picture with what fits below it, and the rest as text; where nothing can be drawn all of it as text.</summary>
    private async Task<bool> ChartAsync(ChartKind kind)
    {
        if (await kit.Charts.DrawAsync(parcel.ChatId, kind, parcel.Outgoing.Language, stop) is not { } drawn)
        {
            return true;
        }

        var rest = drawn.Html;
        if (drawn.Picture is { } picture)
        {
            (var caption, rest) = Html.Caption(drawn.Html);
            if (parcel.Progress.Part == 0)
            {
                var verdict = await kit.Files.SendAsync(picture, source => CallAsync(Files.Call(_chat, source, picture.Bytes.Length, caption), SendKind.File, "chart"), stop);
                if (verdict is Verdict.Gone)
                {
                    return false;
                }
            }
        }

        Step(parcel.Progress.Part == 0 ? new Progress(parcel.Progress.Effect, 1, 0) : parcel.Progress);
        var parts = Html.Split(rest ?? "");
        for (var part = parcel.Progress.Part - 1; part < parts.Count; part++)
        {
            var (verdict, _) = await CallAsync(new SendMessage(_chat, parts[part]), SendKind.Say, "chart");
            if (verdict is Verdict.Gone)
            {
                return false;
            }

            Step(new Progress(parcel.Progress.Effect, part + 2, 0));
        }

        return true;
    }

    private async Task<(Verdict Verdict, Posted? Posted)> CallAsync(PostCall call, SendKind kind, string keys)
    {
        var (verdict, posted) = await kit.Courier.BringAsync(call, kind, _chat, lane(), parcel.OutboxId, parcel.Progress.Unknowns, Unknown, takenBack, stop);
        if (Otherwise(call, verdict, keys) is { } other)
        {
            (verdict, posted) = await kit.Courier.BringAsync(other, kind, _chat, lane(), parcel.OutboxId, parcel.Progress.Unknowns, Unknown, takenBack, stop);
        }

        if (verdict is Verdict.Drop dropped)
        {
            kit.Log.SendDropped(kind.ToString(), _chat, dropped.Why, keys);
        }

        return (verdict, posted);
    }

    /// <summary>The same in another shape, once: without markup, or to the chat's new id.</summary>
    private PostCall? Otherwise(PostCall call, Verdict verdict, string keys)
    {
        if (verdict is Verdict.AsPlain)
        {
            kit.Log.BadMarkup(keys);
        }

        _chat = verdict is Verdict.Moved moved ? moved.NewChatId : _chat;
        return (verdict, call) switch
        {
            (Verdict.AsPlain, SendMessage said) => said with { Plain = true, Text = Html.ToPlain(said.Text) },
            (Verdict.AsPlain, EditMessageText edited) => edited with { Plain = true, Text = Html.ToPlain(edited.Text) },
            (Verdict.Moved, SendMessage said) => said with { ChatId = _chat },
            (Verdict.AsPlain, FileCall file) => file with { Plain = true, Caption = file.Caption is { } caption ? Html.ToPlain(caption) : null },
            (Verdict.Moved, FileCall file) => file with { ChatId = _chat },
            _ => null,
        };
    }

    private async ValueTask<long?> FindAsync(string name, long? messageId, bool open) =>
        messageId is > 0 ? messageId : await names.FindAsync(name, open, stop);

    private async ValueTask<(IReadOnlyList<string> Parts, Keyboard? Keyboard, string Keys)> RenderAsync(Message message)
    {
        var rendered = (await kit.RendererAsync(parcel, stop)).Render(parcel.Outgoing.Language, message);
        return (Html.Split(rendered.Html), Keyboards.Of(rendered), message.Lines is [var only] ? only.Key : string.Join(", ", message.Lines.Select(line => line.Key)));
    }

    private void Unknown(int unknowns) => Step(parcel.Progress with { Unknowns = unknowns });

    /// <param name="worthNoting">False: after a restart it may as well be done again, which nobody sees. But what was noted before is kept right.</param>
    private void Step(Progress progress, bool worthNoting = true)
    {
        parcel.Progress = progress;
        if (parcel.OutboxId != 0 && progress.Effect < parcel.Outgoing.Effects.Count && (worthNoting || _noted))
        {
            _noted = true;
            kit.Records.Try(new Attempt(parcel.OutboxId, parcel.Attempts + 1, progress.ToString()));
        }
    }
}
