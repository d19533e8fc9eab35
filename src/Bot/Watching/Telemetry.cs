using Microsoft.Extensions.Configuration;

namespace Ontime.Bot;

/// <summary>What the OTEL_* variables of the OpenTelemetry specification ask for.</summary>
internal sealed record Telemetry(bool Metrics, bool Traces)
{
    public static Telemetry Off { get; } = new(false, false);

    public static Telemetry Read(IConfiguration from, List<string> faults)
    {
        if ("true".Equals(from["OTEL_SDK_DISABLED"]?.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return Off;
        }

        return new Telemetry(Wanted("METRICS"), Wanted("TRACES"));

        bool Wanted(string signal) => Address("OTEL_EXPORTER_OTLP_ENDPOINT") | Address($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT")
            && from[$"OTEL_{signal}_EXPORTER"]?.Trim() is not "none";

        bool Address(string key)
        {
            if (string.IsNullOrWhiteSpace(from[key]))
            {
                return false;
            }

            if (!Uri.TryCreate(from[key]!.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                var fault = $"{key} is no address. Write it like http://127.0.0.1:4317.";
                if (!faults.Contains(fault))
                {
                    faults.Add(fault);
                }
            }

            return true;
        }
    }
}
