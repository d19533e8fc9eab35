using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Ontime.Bot.Tests.Storage;

/// <summary>
/// A PostgreSQL server of our own in a folder of its own, under a user that is not root, gone with this process however that ends: a shell
/// between the two stops the server and erases the folder when its input closes.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    public const string Guarded = "guarded", Password = "the right one";

    private const string Keeper =
        """
        set -e
        mkdir -m 700 "$FOLDER"
        cd "$FOLDER"
        "$BIN/initdb" -D data -U postgres -A trust -E UTF8 --locale=C -N > initdb.log 2>&1 || { cat initdb.log; exit 1; }
        printf 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n' > data/pg_hba.conf
        start() { "$BIN/postgres" -D data -k "$FOLDER" -p "$PORT" -c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=32MB -c fsync=$FSYNC >> server.log 2>&1 & }
        finish() { kill -QUIT "$!" 2> /dev/null || true; wait "$!" || true; cd /; rm -rf "$FOLDER"; }
        trap finish EXIT
        start
        while read -r order; do
            case "$order" in
                stop) kill -INT "$!"; wait "$!" || true; echo stopped ;;
                kill) kill -QUIT "$!"; wait "$!" || true; echo stopped ;;
                start) start; echo started ;;
                log) cat server.log; echo end ;;
            esac
        done
        """;

    private static int clusters;

    private readonly Process keeper;
    private readonly string folder;
    private readonly int port;
    private int databases;

    private PostgresCluster(Process keeper, string folder, int port) => (this.keeper, this.folder, this.port) = (keeper, folder, port);

    /// <summary>Null: PostgreSQL is not installed here.</summary>
    public static string? Binaries { get; } = Places().FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")) && File.Exists(Path.Combine(place, "postgres")));

    /// <param name="durable">True where the server itself is killed.</param>
    public static async Task<PostgresCluster> StartAsync(bool durable = false)
    {
        var free = FreePort();
        var place = Path.Combine(Path.GetTempPath(), $"ontime-pg-{Environment.ProcessId}-{free}");
        string[] shell = ["sh", "-c", Keeper];
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", await SomebodyAsync(), "--", .. shell] : shell;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
            Environment = { ["FOLDER"] = place, ["BIN"] = Binaries, ["PORT"] = $"{free}", ["FSYNC"] = durable ? "on" : "off" },
        };
        var cluster = new PostgresCluster(Process.Start(start)!, place, free);
        await cluster.AnswersAsync();
        return cluster;
    }

    public string At(string database) => $"Host={folder};Port={port};Database={database};Username=postgres";

    /// <summary>By the network and with a password, as an operator would.</summary>
    public string Over(string database, string password = Password) => $"Host=127.0.0.1;Port={port};Database={database};Username={Guarded};Password={password}";

    public int Port => port;

    public async Task<PostgresDatabase> MakeAsync()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        await RunAsync("postgres", $"CREATE DATABASE {name}");
        return new PostgresDatabase(this, name);
    }

    public async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(At(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task StopAsync() => await OrderAsync("stop");

    public async Task KillAsync() => await OrderAsync("kill");

    public async Task StartAgainAsync()
    {
        await OrderAsync("start");
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    private async Task OrderAsync(string order)
    {
        await keeper.StandardInput.WriteLineAsync(order);
        await keeper.StandardInput.FlushAsync();
        await keeper.StandardOutput.ReadLineAsync();
    }

    private async Task AnswersAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await RunAsync("postgres", $"DO $$ BEGIN CREATE ROLE {Guarded} LOGIN SUPERUSER PASSWORD '{Password}'; EXCEPTION WHEN duplicate_object THEN END $$");
                return;
            }
            catch (Exception fault) when (fault is NpgsqlException && tries < 600)
            {
                if (keeper.HasExited)
                {
                    throw new InvalidOperationException("PostgreSQL could not be started: " + await keeper.StandardOutput.ReadToEndAsync(), fault);
                }

                await Task.Delay(50);
            }
        }
    }

    /// <summary>Debian's places, newest first, then the search path.</summary>
    private static IEnumerable<string> Places()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions.OrderByDescending(place => int.TryParse(Path.GetFileName(place), out var version) ? version : 0).Select(place => Path.Combine(place, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static async Task<string> SomebodyAsync() =>
        (await File.ReadAllLinesAsync("/etc/passwd")).Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>Below those that the system gives away by itself: until the server listens, nobody else gets it by chance.</summary>
    private static int FreePort()
    {
        for (var candidate = 20_000 + (((Environment.ProcessId * 7) + Interlocked.Increment(ref clusters)) % 12_000); ; candidate++)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, candidate);
                listener.Start();
                return candidate;
            }
            catch (SocketException) when (candidate < 32_000)
            {
                // Somebody has it.
            }
        }
    }
}

/// <summary>A database of one test, gone with it.</summary>
internal sealed class PostgresDatabase(PostgresCluster cluster, string name) : IAsyncDisposable
{
    public string Name => name;

    public PostgresCluster Cluster => cluster;

    public string Connection => cluster.At(name);

    public Task RunAsync(string sql) => cluster.RunAsync(name, sql);

    public async ValueTask DisposeAsync() => await cluster.RunAsync("postgres", $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
}
