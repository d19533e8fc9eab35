namespace Ontime.Bot;

/// <summary>Names a fault by type and place: its message could quote a person.</summary>
internal static class Place
{
    public static string Of(Exception fault) =>
        fault.StackTrace?.Split('\n').FirstOrDefault()?.Trim() is { } frame ? $"{fault.GetType().Name} {frame}" : fault.GetType().Name;
}
