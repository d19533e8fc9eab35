using System.Collections.Frozen;
using NodaTime;

namespace Ontime.Dialogs;

/// <summary>Reads <c>cities.yaml</c>: tz id → what people call the places in it.</summary>
internal static class CitiesReader
{
    public static FrozenDictionary<string, string> Read(string content, List<Fault> faults)
    {
        var yaml = new Yaml("cities.yaml", faults);
        var cities = new Dictionary<string, string>();
        if (Yaml.Root("cities.yaml", content, faults) is { } root)
        {
            foreach (var (zone, names) in yaml.Entries(Yaml.At(root, "cities")))
            {
                if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
                {
                    yaml.Fault(names, $"“{zone}” is no time zone of the tz database, such as Asia/Shanghai");
                }

                foreach (var name in yaml.Words(names))
                {
                    if (!cities.TryAdd(name.ToLowerInvariant(), zone))
                    {
                        yaml.Fault(names, $"“{name}” stands here twice");
                    }
                }
            }
        }

        return cities.ToFrozenDictionary();
    }
}
