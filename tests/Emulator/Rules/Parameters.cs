using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ontime.Emulator;

/// <summary>An uploaded part.</summary>
internal sealed record Upload(string Name, byte[] Bytes);

/// <summary>What a call carried, from JSON, form, multipart or query, as one set of values.</summary>
internal sealed record Parameters(IReadOnlyDictionary<string, JsonElement> Values, IReadOnlyDictionary<string, Upload> Uploads)
{
    public static readonly Parameters None = new(new Dictionary<string, JsonElement>(), new Dictionary<string, Upload>());

    public string? Text(string name) => Values.TryGetValue(name, out var value) ? value.GetString() : null;

    public long? Number(string name) =>
        Values.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    public bool Is(string name) => Values.TryGetValue(name, out var value) && value.GetBoolean();

    public JsonElement? Object(string name) => Values.TryGetValue(name, out var value) ? value : null;

    public Upload? Upload(string name)
    {
        var key = Text(name) is { } text && text.StartsWith("attach://") ? text["attach://".Length..] : name;
        return Uploads.GetValueOrDefault(key);
    }

    /// <summary>Refuses what the method does not know or lacks.</summary>
    public void Check(Shape shape)
    {
        foreach (var (name, value) in Values)
        {
            shape.CheckField(name, value, name);
        }

        shape.RequireAll(name => Values.ContainsKey(name) || Uploads.ContainsKey(name), "");
    }

    /// <summary>Reads the call; <paramref name="shape"/> tells how a form's text is meant.</summary>
    public static async Task<Parameters> ReadAsync(HttpRequest request, Shape shape, CancellationToken ct)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var uploads = new Dictionary<string, Upload>(StringComparer.Ordinal);
        foreach (var (name, text) in request.Query)
        {
            Add(values, shape, name, text.ToString());
        }

        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(ct);
            foreach (var (name, text) in form)
            {
                Add(values, shape, name, text.ToString());
            }

            foreach (var file in form.Files)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, ct);
                uploads[file.Name] = new Upload(file.FileName, bytes.ToArray());
            }
        }
        else if (request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            await ReadJsonAsync(request, values, ct);
        }

        return new(values, uploads);
    }

    private static async Task ReadJsonAsync(HttpRequest request, Dictionary<string, JsonElement> values, CancellationToken ct)
    {
        if (!request.HasJsonContentType())
        {
            throw Refused.Bad($"content type \"{request.ContentType}\" is not supported: use application/json, a form or multipart");
        }

        JsonElement body;
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { AllowDuplicateProperties = false }, ct);
            body = document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw Refused.Bad("can't parse the request as JSON: " + fault.Message);
        }

        if (body.ValueKind != JsonValueKind.Object)
        {
            throw Refused.Bad("the request's JSON must be an object");
        }

        foreach (var property in body.EnumerateObject())
        {
            values[property.Name] = property.Value;
        }
    }

    private static void Add(Dictionary<string, JsonElement> values, Shape shape, string name, string text)
    {
        var kind = shape.Find(name)?.Kind ?? Shapes.AnyText;
        values[name] = kind.FromText(text, name);
    }
}
