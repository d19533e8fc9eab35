using Microsoft.Extensions.Configuration;
using Ontime.Bot;

namespace Ontime.Bench.Fuzz;

/// <summary>Settings as tired operators write them: taken, or refused with a line that gives no secret away.</summary>
internal sealed class Configuration : ITarget
{
    private const string Secret = "hunter2";

    private static readonly (string Key, string Value)[] Good =
    [
        ("Telegram:Token", "123456:ABC-def_1"), ("Telegram:BaseUrl", "http://127.0.0.1:8081"), ("Telegram:Proxy", "socks5://me:hunter2@proxy:1080"),
        ("Telegram:Webhook:Url", "https://coach.example.org/t"), ("Telegram:Webhook:Secret", "hunter2"), ("Telegram:Webhook:Listen", "http://0.0.0.0:8443"),
        ("Storage:Path", "data/coach.db"), ("Storage:Postgres", "Host=db;Password=hunter2"), ("Storage:Key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
        ("Backup:Path", "backups"), ("Backup:Keep", "14"), ("Admin:Ids", "12,34"), ("Operator:Name", "Ada"), ("Delivery:PerSecond", "30"), ("Delivery:ChatBurst", "5"),
        ("Health:Listen", "http://127.0.0.1:8080"), ("Log:Format", "json"),
    ];

    public string Name => "configuration";

    public int Share => 50;

    public string Try(Random dice)
    {
        var pairs = Good.Where(_ => dice.Next(3) > 0).Select(pair => KeyValuePair.Create(pair.Key, (string?)(dice.Next(6) == 0 ? Slips.Of(pair.Value, dice) : pair.Value)));
        var (settings, faults) = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build());
        if (settings is null && faults.Count == 0)
        {
            throw new InvalidOperationException("Refused without a word.");
        }

        return faults.FirstOrDefault(fault => fault.Contains(Secret, StringComparison.Ordinal)) is { } told
            ? throw new InvalidOperationException($"A fault tells a secret: {told}")
            : settings is null ? "refused" : "taken";
    }
}
