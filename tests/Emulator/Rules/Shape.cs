using System.Text.Json;

namespace Ontime.Emulator;

internal sealed record Field(string Name, Kind Kind, bool Required = false);

/// <summary>The fields of a method or of an object in it.</summary>
internal sealed record Shape(string Name, params Field[] Fields)
{
    public Field? Find(string name) => Array.Find(Fields, f => f.Name == name);

    public void Check(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Refused.Bad($"{path} must be an object ({Name})");
        }

        foreach (var property in value.EnumerateObject())
        {
            CheckField(property.Name, property.Value, path.Length > 0 ? $"{path}.{property.Name}" : property.Name);
        }

        RequireAll(name => value.TryGetProperty(name, out _), path);
    }

    public void CheckField(string name, JsonElement value, string path)
    {
        var field = Find(name) ?? throw Refused.Bad($"{Name} has no parameter \"{path}\"");
        if (value.ValueKind == JsonValueKind.Null)
        {
            throw Refused.Bad($"parameter \"{path}\" is null: leave it out instead");
        }

        field.Kind.Check(value, path);
    }

    public void RequireAll(Func<string, bool> has, string path)
    {
        foreach (var field in Fields)
        {
            if (field.Required && !has(field.Name))
            {
                throw Refused.Bad(path.Length > 0 ? $"{path}: field \"{field.Name}\" is missing" : Missing(field.Name));
            }
        }
    }

    private static string Missing(string name) => name switch
    {
        "chat_id" => "chat_id is empty",
        "text" => "message text is empty",
        "message_id" => "message identifier is not specified",
        _ => $"parameter \"{name}\" is required",
    };
}
