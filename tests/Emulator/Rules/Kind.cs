using System.Text;
using System.Text.Json;

namespace Ontime.Emulator;

/// <summary>
/// What a parameter may hold. Stricter than Telegram: an unknown field, a null or a wrong type is refused, never overlooked.
/// </summary>
internal abstract record Kind
{
    private Kind()
    {
    }

    public abstract void Check(JsonElement value, string path);

    /// <summary>Reads what a form or a query carries as text.</summary>
    public virtual JsonElement FromText(string text, string path)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw Refused.Bad($"can't parse {path} as JSON");
        }
    }

    /// <summary>A string of so many characters (UTF-16 units).</summary>
    public sealed record Text(int Min = 0, int Max = int.MaxValue) : Kind
    {
        public override JsonElement FromText(string text, string path) => JsonSerializer.SerializeToElement(text);

        public override void Check(JsonElement value, string path)
        {
            var text = String(value, path);
            if (text.Length < Min || text.Length > Max)
            {
                throw Refused.Bad($"{path} must be {Min}-{Max} characters long, has {text.Length}");
            }
        }
    }

    /// <summary>A string of so many bytes in UTF-8, refused in Telegram's own words.</summary>
    public sealed record Bytes(int Min, int Max, string Error) : Kind
    {
        public override JsonElement FromText(string text, string path) => JsonSerializer.SerializeToElement(text);

        public override void Check(JsonElement value, string path)
        {
            var count = Encoding.UTF8.GetByteCount(String(value, path));
            if (count < Min || count > Max)
            {
                throw Refused.Bad(Error);
            }
        }
    }

    /// <summary>A string a rule allows, refused in Telegram's own words where there are any.</summary>
    public sealed record Like(string What, Func<string, bool> Fits, string? Error = null) : Kind
    {
        public override JsonElement FromText(string text, string path) => JsonSerializer.SerializeToElement(text);

        public override void Check(JsonElement value, string path)
        {
            if (!Fits(String(value, path)))
            {
                throw Refused.Bad(Error ?? $"{path} must be {What}");
            }
        }
    }

    public sealed record Whole(long Min = long.MinValue, long Max = long.MaxValue) : Kind
    {
        public override void Check(JsonElement value, string path)
        {
            if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
            {
                throw Refused.Bad($"{path} must be an integer");
            }

            if (number < Min || number > Max)
            {
                throw Refused.Bad($"{path} must be between {Min} and {Max}");
            }
        }
    }

    public sealed record Flag : Kind
    {
        public override void Check(JsonElement value, string path)
        {
            if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            {
                throw Refused.Bad($"{path} must be a boolean");
            }
        }
    }

    /// <summary>A chat's number, or @username of a channel or supergroup.</summary>
    public sealed record ChatRef : Kind
    {
        public override JsonElement FromText(string text, string path) =>
            long.TryParse(text, out var id) ? JsonSerializer.SerializeToElement(id) : JsonSerializer.SerializeToElement(text);

        public override void Check(JsonElement value, string path)
        {
            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _))
            {
                return;
            }

            if (String(value, path).Length == 0)
            {
                throw Refused.Bad($"{path} is empty");
            }

            throw Refused.Bad("chat not found");
        }
    }

    public sealed record ListOf(Kind Item, int Max = int.MaxValue, int Min = 0) : Kind
    {
        public override void Check(JsonElement value, string path)
        {
            if (value.ValueKind != JsonValueKind.Array)
            {
                throw Refused.Bad($"{path} must be an array");
            }

            var count = value.GetArrayLength();
            if (count < Min || count > Max)
            {
                throw Refused.Bad($"{path} must have {Min}-{Max} items, has {count}");
            }

            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Item.Check(item, $"{path}[{index++}]");
            }
        }
    }

    public sealed record Object(Shape Shape) : Kind
    {
        public override void Check(JsonElement value, string path) => Shape.Check(value, path);
    }

    /// <summary>Any of the keyboards of reply_markup, or the inline one alone.</summary>
    public sealed record Markup(bool InlineOnly) : Kind
    {
        public override void Check(JsonElement value, string path) => Keyboards.Check(value, path, InlineOnly);
    }

    /// <summary>A file_id as text, or the name of an uploaded part (<c>attach://name</c>).</summary>
    public sealed record File : Kind
    {
        public override JsonElement FromText(string text, string path) => JsonSerializer.SerializeToElement(text);

        public override void Check(JsonElement value, string path)
        {
            if (String(value, path).Length == 0)
            {
                throw Refused.Bad("there is no " + path + " in the request");
            }
        }
    }

    private static string String(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Refused.Bad($"{path} must be of type String");
        }

        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Refused.Bad("strings must be encoded in UTF-8");
        }
    }
}
