using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Ontime.Telegram;

/// <summary>Turns the JSON of a call and one file into multipart/form-data.</summary>
internal static class Multipart
{
    public static CallBody Build(ReadOnlyMemory<byte> json, string fileField, FileSource.Upload file)
    {
        var boundary = "ontime-part";
        // A boundary must not occur inside; without randomness, it grows until it does not.
        while (json.Span.IndexOf(Encoding.ASCII.GetBytes(boundary)) >= 0 || file.Bytes.Span.IndexOf(Encoding.ASCII.GetBytes(boundary)) >= 0)
        {
            boundary += "-x";
        }

        var body = new ArrayBufferWriter<byte>(json.Length + file.Bytes.Length + 1024);
        using var fields = JsonDocument.Parse(json);
        foreach (var field in fields.RootElement.EnumerateObject())
        {
            Write(body, $"--{boundary}\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n");
            Write(body, field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText());
            Write(body, "\r\n");
        }

        Write(body, $"--{boundary}\r\nContent-Disposition: form-data; name=\"{fileField}\"; filename=\"{HeaderSafe(file.Name)}\"\r\n");
        Write(body, $"Content-Type: {HeaderSafe(file.ContentType)}\r\n\r\n");
        body.Write(file.Bytes.Span);
        Write(body, $"\r\n--{boundary}--\r\n");
        return new CallBody(body.WrittenMemory, $"multipart/form-data; boundary={boundary}");
    }

    private static void Write(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);

    /// <summary>Nothing that could end the quotes or the header.</summary>
    private static string HeaderSafe(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '"' or '\\' ? '_' : c));
}
