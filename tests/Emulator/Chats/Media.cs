using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>Media as fields of a message's JSON.</summary>
internal static class Media
{
    private const int MaxPhotoBytes = 10_000_000;
    private const int MaxFileBytes = 50_000_000;

    public static JsonObject Photo(Files files, byte[] image)
    {
        var (width, height) = Measure(image);
        return Photo(files, files.Add("photo", "photo", image, width, height));
    }

    /// <summary>A photo comes in sizes, the largest last; each has a file_id of its own.</summary>
    public static JsonObject Photo(Files files, StoredFile largest)
    {
        var small = files.Add("photo", largest.Name, largest.Bytes, Math.Min(90, largest.Width), Math.Min(90, largest.Height));
        return new() { ["photo"] = new JsonArray(Size(small), Size(largest)) };
    }

    public static JsonObject Document(Files files, string name, byte[] bytes) => Document(files.Add("document", name, bytes));

    public static JsonObject Document(StoredFile file)
    {
        var json = Describe(file);
        json["file_name"] = file.Name;
        return new() { ["document"] = json };
    }

    public static JsonObject Sticker(Files files, string emoji)
    {
        var json = Describe(files.Add("sticker", "sticker", [1]));
        (json["width"], json["height"], json["type"], json["emoji"]) = (512, 512, "regular", emoji);
        (json["is_animated"], json["is_video"]) = (false, false);
        return new() { ["sticker"] = json };
    }

    public static JsonObject Voice(Files files, int seconds)
    {
        var json = Describe(files.Add("voice", "voice", [1]));
        (json["duration"], json["mime_type"]) = (seconds, "audio/ogg");
        return new() { ["voice"] = json };
    }

    public static JsonObject Location(double latitude, double longitude) =>
        new() { ["location"] = new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude } };

    public static JsonObject Contact(string phone, string firstName, long userId) =>
        new() { ["contact"] = new JsonObject { ["phone_number"] = phone, ["first_name"] = firstName, ["user_id"] = userId } };

    /// <summary>Stores an uploaded photo as Telegram accepts it: at most 10 MB, sides together at most 10000, ratio at most 20.</summary>
    public static StoredFile AcceptPhoto(Files files, Upload upload)
    {
        if (upload.Bytes.Length > MaxPhotoBytes)
        {
            throw Refused.Bad("file is too big: a photo has at most 10 MB");
        }

        var (width, height) = Measure(upload.Bytes);
        if (width == 0 || height == 0)
        {
            throw Refused.Bad("IMAGE_PROCESS_FAILED");
        }

        return width + height > 10_000 || Math.Max(width, height) > 20 * Math.Min(width, height)
            ? throw Refused.Bad("PHOTO_INVALID_DIMENSIONS")
            : files.Add("photo", upload.Name, upload.Bytes, width, height);
    }

    public static StoredFile AcceptDocument(Files files, Upload upload) => upload.Bytes.Length switch
    {
        0 => throw Refused.Bad("file must be non-empty"),
        > MaxFileBytes => throw new Refused(413, "Request Entity Too Large"),
        _ => files.Add("document", upload.Name, upload.Bytes),
    };

    /// <summary>The size of a PNG; a JPEG counts as 1280 × 960; (0, 0) for anything else.</summary>
    private static (int Width, int Height) Measure(byte[] image) => image switch
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] when image.Length >= 24 =>
            (BinaryPrimitives.ReadInt32BigEndian(image.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(image.AsSpan(20))),
        [0xFF, 0xD8, 0xFF, ..] => (1280, 960),
        _ => (0, 0),
    };

    private static JsonObject Size(StoredFile file)
    {
        var json = Describe(file);
        (json["width"], json["height"]) = (file.Width, file.Height);
        return json;
    }

    private static JsonObject Describe(StoredFile file) =>
        new() { ["file_id"] = file.Id, ["file_unique_id"] = file.UniqueId, ["file_size"] = file.Bytes.Length };
}
