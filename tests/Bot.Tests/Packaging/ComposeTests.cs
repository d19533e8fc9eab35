using Microsoft.Extensions.Configuration;
using Ontime.Bot.Tests.Repository;

namespace Ontime.Bot.Tests.Packaging;

public sealed class ComposeTests
{
    private static readonly Dictionary<string, string> Shell = new()
    {
        ["COACH_URL"] = "https://coach.example.org/telegram", ["ADMIN_IDS"] = "12", ["OPERATOR_NAME"] = "Ada",
    };

    private static readonly Dictionary<string, string> Contents = new()
    {
        ["token"] = "123456:ABC-def_1", ["webhook"] = "word", ["connection"] = "Host=database;Username=ontime;Password=x",
    };

    private readonly Compose _compose = new();

    [Fact]
    public void Without_a_profile_there_is_the_coach_alone_with_its_file()
    {
        _compose.Names("services").Where(name => !_compose.Service(name).ContainsKey("profiles")).ShouldBe(["coach"]);
        var settings = Settings("coach");
        settings.Webhook.ShouldBeNull();
        settings.Postgres.ShouldBeNull();
        settings.StorePath.ShouldBe("/data/coach.db");
        settings.Backup!.Path.ShouldBe("/backup");
        settings.AdminIds.ShouldBe([12]);
    }

    [Fact]
    public void The_profile_has_two_replicas_on_one_database_behind_a_proxy()
    {
        _compose.Names("services").Where(name => _compose.Service(name).TryGetValue("profiles", out var profiles) && Compose.Words(profiles).Contains("postgres"))
            .ShouldBe(["replica", "database", "proxy"]);
        _compose.Service("replica")["deploy"]["replicas"].ToString().ShouldBe("2");
        var settings = Settings("replica");
        settings.Postgres!.ShouldContain("Host=database");
        settings.Webhook!.Secret.ShouldBe("word");
        settings.Webhook.Listen.Port.ShouldBe(8080);
    }

    [Fact]
    public void What_a_service_uses_is_declared_and_every_container_says_how_it_is()
    {
        foreach (var name in _compose.Names("services"))
        {
            _compose.Secrets(name).Values.ShouldBeSubsetOf(_compose.Names("secrets"));
            _compose.Service(name).Keys.ShouldContain("healthcheck");
            if (_compose.Service(name).TryGetValue("volumes", out var volumes))
            {
                Compose.Words(volumes).Select(volume => volume.Split(':')[0]).ShouldBeSubsetOf(_compose.Names("volumes"));
            }
        }

        foreach (var name in (string[])["coach", "replica"])
        {
            _compose.Service(name)["read_only"].ToString().ShouldBe("true");
            _compose.Service(name)["healthcheck"]["test"].ToString().ShouldContain(Settings(name).HealthListen!.Port + "/readyz");
        }
    }

    [Fact]
    public void The_image_runs_as_a_user_without_rights_and_holds_what_the_charts_need()
    {
        var lines = Tree.Lines("Dockerfile");
        lines.ShouldContain("USER $APP_UID");
        lines.ShouldContain(line => line.Contains("librsvg2-bin", StringComparison.Ordinal) && line.Contains("fonts-noto-cjk", StringComparison.Ordinal));
        var copied = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]);
        copied.ShouldAllBe(path => Path.Exists(Tree.At(path)));
    }

    [Fact]
    public void The_systemd_unit_sets_what_the_bot_reads()
    {
        var lines = Tree.Lines("docs/ontime.service");
        var set = lines.Where(line => line.StartsWith("Environment=", StringComparison.Ordinal)).Select(line => line["Environment=".Length..].Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        lines.ShouldContain("LoadCredential=Telegram__Token:/etc/ontime/token");
        set["Telegram__Token"] = Contents["token"];
        Read(set).StorePath.ShouldStartWith("/var/lib/ontime/");
    }

    [Fact]
    public void A_secret_is_a_file_named_like_the_variable()
    {
        var folder = Directory.CreateTempSubdirectory("ontime-secrets-").FullName;
        File.WriteAllText(Path.Combine(folder, "Telegram__Token"), Contents["token"] + "\n");
        var (settings, faults) = SettingsReader.Read(Sources.Read([folder, "/nowhere/at/all", null]));
        Directory.Delete(folder, recursive: true);
        faults.ShouldBeEmpty();
        settings!.Telegram!.Token.ShouldBe(Contents["token"]);
    }

    /// <summary>What the bot makes of a container's environment and secrets.</summary>
    private Settings Settings(string service)
    {
        var set = _compose.Environment(service, Shell).ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var (file, secret) in _compose.Secrets(service))
        {
            set[file] = Contents[secret];
        }

        return Read(set);
    }

    private static Settings Read(Dictionary<string, string> set)
    {
        set.Keys.Where(key => key.Contains("__", StringComparison.Ordinal)).Select(key => key.Replace("__", ":", StringComparison.Ordinal))
            .ShouldAllBe(key => string.Join('\n', Tree.Lines("src/Bot/Options/SettingsReader.cs")).Contains($"\"{key}\"", StringComparison.Ordinal));
        var (settings, faults) = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(
            set.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value))).Build());
        faults.ShouldBeEmpty();
        return settings!;
    }
}
