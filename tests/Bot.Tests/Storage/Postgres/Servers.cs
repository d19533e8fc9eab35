using Ontime.Bot.Tests.Storage;

[assembly: AssemblyFixture(typeof(Servers))]

namespace Ontime.Bot.Tests.Storage;

/// <summary>
/// The one PostgreSQL server of a test run, started by the first test that needs it. Where none is installed these tests are skipped and say so,
/// except where <c>ONTIME_TEST_POSTGRES=required</c>.
/// </summary>
public sealed class Servers : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresCluster>> Shared = new(() => PostgresCluster.StartAsync());

    /// <summary>An empty database; skips the test where there is no server.</summary>
    internal static async Task<PostgresDatabase> DatabaseAsync()
    {
        Need();
        return await (await Shared.Value).MakeAsync();
    }

    internal static void Need()
    {
        if (PostgresCluster.Binaries is null)
        {
            const string missing = "PostgreSQL is not installed here. On Debian: apt-get install postgresql";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("ONTIME_TEST_POSTGRES") != "required", missing);
            Assert.Fail(missing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Shared.IsValueCreated && Shared.Value.IsCompletedSuccessfully)
        {
            await (await Shared.Value).DisposeAsync();
        }
    }
}
