using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Ontime.Telegram;

/// <summary>
/// The Bot API. The token stands in every URL, so none leaves this class: trouble comes back as an <see cref="Outcome"/>, never
/// as an exception of the transport, and the transport is one nobody logs or traces. Safe for several callers at once.
/// </summary>
public sealed class BotApi : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly string _prefix;

    /// <summary>By method: to take a URL apart costs more than to look it up.</summary>
    private readonly ConcurrentDictionary<string, Uri> _urls = new(StringComparer.Ordinal);

    private readonly string _shown;
    private readonly AuthenticationHeaderValue? _proxyAuthorization;

    /// <exception cref="ArgumentException">The options have <see cref="BotApiOptions.Faults"/>.</exception>
    public BotApi(BotApiOptions options)
    {
        if (options.Faults() is [var fault, ..])
        {
            throw new ArgumentException(fault, nameof(options));
        }

        _prefix = $"{options.BaseUrl.AbsoluteUri.TrimEnd('/')}/bot{options.Token}/";
        _shown = options.ToString();
        var proxy = options.Proxy is { } url ? ProxyUrl.Parse(url) : null;
        _proxyAuthorization = ProxyUrl.TakeAuthorization(proxy, options.BaseUrl);
        _http = new HttpMessageInvoker(Transport.Create(proxy));
    }

    /// <summary>Makes one call, once: whether and when to try again is the caller's to decide.</summary>
    /// <param name="call">What to do.</param>
    /// <param name="timeout">For everything, from connecting to the last byte of the answer.</param>
    /// <param name="cancellationToken">Ends the call; whether it had taken effect is then unknown.</param>
    /// <exception cref="CallInterruptedException">The caller's token was cancelled. Nothing else is thrown for trouble outside.</exception>
    public async Task<Reply<T>> CallAsync<T>(Call<T> call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var content = new OneShotContent(call.ToBody());
        using var request = new HttpRequestMessage(HttpMethod.Post, _urls.GetOrAdd(call.Method, static (method, prefix) => new Uri(prefix + method), _prefix)) { Content = content };
        if (_proxyAuthorization is not null)
        {
            request.Headers.ProxyAuthorization = _proxyAuthorization;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        var (span, began) = (CallWatch.Begin(call.Method), Stopwatch.GetTimestamp());
        Outcome? outcome = null;
        try
        {
            using var response = await _http.SendAsync(request, limit.Token);
            var reply = await ReadAsync(call, response, limit.Token);
            outcome = reply.Outcome;
            return reply;
        }
        catch (Exception trouble) when (Transport.Throws(trouble))
        {
            // Thrown anew: the transport's exception may name the URL.
            if (cancellationToken.IsCancellationRequested)
            {
                throw new CallInterruptedException(content.Begun, cancellationToken);
            }

            outcome = Transport.Judge(trouble, content.Begun);
            return new Reply<T>(outcome, default);
        }
        finally
        {
            CallWatch.End(span, call.Method, began, outcome);
        }
    }

    /// <summary>Where it calls, without a secret.</summary>
    public override string ToString() => _shown;

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<Reply<T>> ReadAsync<T>(Call<T> call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var retryAfter = response.Headers.RetryAfter?.Delta?.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        using var body = await Body.ReadAsync(response.Content, call.AnswerLimit, cancellationToken);
        if (body is null)
        {
            return new Reply<T>(new Outcome.Unknown(UnknownKind.TooLarge), default);
        }

        return Envelope.Read(body.Bytes.Span) switch
        {
            null => new Reply<T>(ErrorMap.Foreign(status, retryAfter), default),
            { Ok: false } refused => new Reply<T>(ErrorMap.Refused(status, refused, retryAfter), default),
            var said => Result(call, body.Bytes.Span[said.Result]),
        };
    }

    private static Reply<T> Result<T>(Call<T> call, ReadOnlySpan<byte> json)
    {
        try
        {
            return new Reply<T>(new Outcome.Done(), call.ReadResult(json));
        }
        catch (JsonException)
        {
            return new Reply<T>(new Outcome.Unknown(UnknownKind.Unreadable), default);
        }
    }
}
