using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ontime.Bot;

/// <summary>Sends metrics and traces to where the standard OTEL_* variables say; the SDK reads those itself. Nothing of it is loaded before it is wanted.</summary>
internal sealed class Otlp : IDisposable
{
    private const int LastWords = 1000;

    private readonly MeterProvider? _metrics;
    private readonly TracerProvider? _traces;

    private Otlp(bool metrics, bool traces)
    {
        // In this order: what the environment names goes over our own name.
        var resource = ResourceBuilder.CreateEmpty().AddService("ontime").AddTelemetrySdk().AddEnvironmentVariableDetector();
        _metrics = metrics
            ? Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters.Name, "Ontime.Telegram", "System.Runtime").AddOtlpExporter().Build()
            : null;
        _traces = traces
            ? Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Tracing.Name, "Ontime.Telegram").AddOtlpExporter().Build()
            : null;
    }

    /// <returns>Null where nothing is wanted. Otherwise disposing it sends what is left.</returns>
    public static IDisposable? Start(Telemetry wanted) => wanted == Telemetry.Off ? null : StartSdk(wanted);

    public void Dispose()
    {
        // A collector that is away must not hold up the way out.
        Parallel.Invoke(() => _metrics?.Shutdown(LastWords), () => _traces?.Shutdown(LastWords));
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Otlp StartSdk(Telemetry wanted) => new(wanted.Metrics, wanted.Traces);
}
