using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ontime.Telegram;

/// <summary>
/// What a request of the webhook must pass, the cheap and the secret first: nothing of a body is read before the secret was right. An update that
/// can never be read is counted and confirmed, as the poll does it, or it would hold up its chat's queue for a day: so is JSON that is no update, and
/// what is no JSON at all when the same bytes come a second time. The first time that is a 400, since it may have been spoiled on its way.
/// </summary>
/// <param name="path">With a leading slash; not the token, which would end in access logs.</param>
/// <param name="secret">As given to setWebhook.</param>
/// <param name="take">Takes an update; true once what became of it is durable, false: not now.</param>
/// <param name="unreadable">Counts an update that is passed over.</param>
public sealed class WebhookGate(string path, string secret, Func<Update, CancellationToken, Task<bool>> take, Action unreadable)
{
    internal const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Seconds; Telegram obeys it.</summary>
    internal const string RetryAfterSeconds = "5";

    private const int MostSpoiled = 100;

    private readonly byte[] _secret = Digest(secret);
    private readonly Lock _lock = new();
    private readonly HashSet<string> _spoiled = [];

    internal async Task<HttpStatusCode> JudgeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.Path.Equals(path, StringComparison.Ordinal))
        {
            return HttpStatusCode.NotFound;
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return HttpStatusCode.MethodNotAllowed;
        }

        if (!CryptographicOperations.FixedTimeEquals(Digest(request.Headers[SecretHeader].ToString()), _secret))
        {
            return HttpStatusCode.Unauthorized;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/json")
        {
            return HttpStatusCode.UnsupportedMediaType;
        }

        using var body = await Body.ReadAsync(request.Body, request.ContentLength, Limits.WebhookBytes, cancellationToken);
        return body is null ? HttpStatusCode.RequestEntityTooLarge : await TakeAsync(body.Bytes, cancellationToken);
    }

    private async Task<HttpStatusCode> TakeAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (UpdateReader.Read(body.Span).Update is { } update)
        {
            return await take(update, cancellationToken) ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable;
        }

        if (!IsJson(body.Span) && FirstTime(body.Span))
        {
            return HttpStatusCode.BadRequest;
        }

        unreadable();
        return HttpStatusCode.OK;
    }

    private bool FirstTime(ReadOnlySpan<byte> body)
    {
        var print = Convert.ToHexStringLower(SHA256.HashData(body));
        lock (_lock)
        {
            if (_spoiled.Remove(print))
            {
                return false;
            }

            if (_spoiled.Count == MostSpoiled)
            {
                _spoiled.Clear();
            }

            return _spoiled.Add(print);
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Of equal length whatever came, so that the comparison takes the same time.
    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
