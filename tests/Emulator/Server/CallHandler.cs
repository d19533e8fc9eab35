using Microsoft.AspNetCore.Http;

namespace Ontime.Emulator;

/// <summary>The way of one call: journal → checks → fault → effect → answer.</summary>
internal sealed class CallHandler(World world)
{
    public async Task HandleAsync(HttpContext http, string token, string methodName, CancellationToken ct)
    {
        var call = world.Journal.Arrive(methodName);
        try
        {
            await ServeAsync(http, call, token, ct);
        }
        catch (Refused refused)
        {
            await RefuseAsync(http, call, refused, ct);
        }
        catch (Exception fault) when (ct.IsCancellationRequested || fault is IOException or BadHttpRequestException)
        {
            Conclude(call, CallOutcome.Abandoned);
        }
        catch (Exception fault)
        {
            await RefuseAsync(http, call, new Refused(500, "The emulator failed: " + fault), ct);
        }
        finally
        {
            Finish(call);
        }
    }

    private async Task ServeAsync(HttpContext http, Call call, string token, CancellationToken ct)
    {
        if (token != world.Options.Token)
        {
            throw new Refused(401, "Unauthorized");
        }

        var method = Method.Find(call.Method) ?? throw new Refused(404, "Not Found: method not found");
        call.Method = method.Shape.Name;
        call.Given = await Parameters.ReadAsync(http.Request, method.Shape, ct);
        call.Given.Check(method.Shape);
        var fault = Begin(call);
        if (fault is not null)
        {
            call.Fault = fault;
            call.Error = fault.ToString();
        }

        switch (fault)
        {
            case null or Fault.Delay or { EffectDone: true }:
                await DoAsync(http, call, method, fault, ct);
                break;
            case Fault.HalfOpen:
                await Task.Delay(Timeout.Infinite, ct);
                break;
            case Fault.DropBefore:
                Conclude(call, CallOutcome.Faulted);
                http.Abort();
                break;
            default:
                Conclude(call, CallOutcome.Faulted);
                await Reply.Of(fault)!.WriteAsync(http.Response, ct);
                break;
        }
    }

    private async Task DoAsync(HttpContext http, Call call, Method method, Fault? fault, CancellationToken ct)
    {
        if (fault is Fault.Delay { Time: var time })
        {
            await Task.Delay(time, ct);
        }

        var reply = Reply.Result(await RunAsync(call, method, ct));
        switch (fault)
        {
            case Fault.DropAfter:
                Conclude(call, CallOutcome.Faulted);
                http.Abort();
                break;
            case Fault.TruncatedJson:
                Conclude(call, CallOutcome.Faulted);
                await reply.Truncated().WriteAsync(http.Response, ct);
                break;
            default:
                call.Error = null;
                Conclude(call, CallOutcome.Done);
                await reply.WriteAsync(http.Response, ct);
                break;
        }
    }

    private async Task<string> RunAsync(Call call, Method method, CancellationToken ct)
    {
        if (call.Method == "getUpdates")
        {
            return await world.Polls.RunAsync(call, ct);
        }

        lock (world.Gate)
        {
            var result = method.Run(world, call);
            call.Effect = !call.Method.StartsWith("get");
            return result;
        }
    }

    private Fault? Begin(Call call)
    {
        lock (world.Gate)
        {
            call.Chat = call.Method == "answerCallbackQuery"
                ? world.Taps.Find(call["callback_query_id"]!)?.ChatId
                : call.Given.Number("chat_id");
            if (Chat(call) is { } chat)
            {
                chat.InFlight++;
                // A toast or "typing…" alone is not what a person waits for.
                chat.Reacted |= call.Method is not ("answerCallbackQuery" or "sendChatAction");
            }

            return world.Faults.Take(call);
        }
    }

    /// <summary>Comes before the answer is written: who has seen the answer finds it in the journal.</summary>
    private void Conclude(Call call, CallOutcome outcome)
    {
        lock (world.Gate)
        {
            call.Outcome = outcome;
            call.Answered = world.Clock.Real;
            if (call is { Effect: true, Method: "answerCallbackQuery" })
            {
                world.Taps.Find(call["callback_query_id"]!)!.AnswerLost = outcome != CallOutcome.Done;
            }
        }
    }

    private void Finish(Call call)
    {
        lock (world.Gate)
        {
            if (Chat(call) is { } chat)
            {
                chat.InFlight--;
                chat.Changed.Raise();
            }
        }
    }

    private async Task RefuseAsync(HttpContext http, Call call, Refused refused, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            Conclude(call, CallOutcome.Abandoned);
            return;
        }

        var body = string.Join(", ", call.Parameters.Select(static p => $"{p.Key}={p.Value.GetRawText()}"));
        world.Record(new Refusal(call.Method, refused.Code, refused.Message, body.Length > 500 ? body[..500] + "…" : body));
        call.Error = refused.Message;
        Conclude(call, CallOutcome.Refused);
        await Reply.Error(refused.Code, refused.Message, refused.Parameters).WriteAsync(http.Response, CancellationToken.None);
    }

    private Chat? Chat(Call call) => call.Chat is { } id ? world.Chats.GetValueOrDefault(id) : null;
}
