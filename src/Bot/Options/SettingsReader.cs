using System.Globalization;
using Microsoft.Extensions.Configuration;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>Reads the settings and collects everything that is wrong with them: one line a fault, and never a value that may be a secret.</summary>
internal sealed class SettingsReader(IConfiguration from)
{
    private readonly List<string> _faults = [];

    /// <returns>The settings, or null and every fault.</returns>
    public static (Settings? Settings, IReadOnlyList<string> Faults) Read(IConfiguration from)
    {
        var reader = new SettingsReader(from);
        var settings = reader.All();
        return (reader._faults.Count == 0 ? settings : null, reader._faults);
    }

    private Settings All()
    {
        var defaults = new Delivery();
        return new Settings
        {
            Telegram = Telegram(),
            Webhook = Webhook(),
            StorePath = Text("Storage:Path") ?? Path.Combine("data", "coach.db"),
            Postgres = Text("Storage:Postgres"),
            Keys = Keys(),
            Backup = Text("Backup:Path") is { } backup ? new Backup(backup, Count("Backup:Keep", 14)) : null,
            DialogsPath = Dialogs(),
            Operator = (Text("Operator:Name"), Text("Operator:Contact")),
            AdminIds = Admins(),
            Delivery = new Delivery(
                Rate("Delivery:PerSecond", defaults.PerSecond),
                Rate("Delivery:BulkPerSecond", defaults.BulkPerSecond),
                Rate("Delivery:PerChatPerSecond", defaults.PerChatPerSecond),
                (int)Math.Max(1, Rate("Delivery:ChatBurst", defaults.ChatBurst))),
            HealthListen = Listen("Health:Listen", "http://127.0.0.1:8080"),
            Telemetry = Bot.Telemetry.Read(from, _faults),
            JsonLog = Choice("Log:Format", "text", "json") == "json",
        };
    }

    private Webhook? Webhook()
    {
        if (Text("Telegram:Webhook:Url") is not { } url)
        {
            return null;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address is not { Scheme: "https" or "http", UserInfo: "" })
        {
            _faults.Add($"Telegram:Webhook:Url: “{url}” is no address. Write it like https://coach.example.org/telegram.");
            address = null;
        }
        else if (address.Scheme == "http" && Text("Telegram:BaseUrl") is null)
        {
            _faults.Add("Telegram:Webhook:Url: Telegram calls by https only. http is for a Bot API server of your own, named in Telegram:BaseUrl.");
        }
        else if (Text("Telegram:Token")?.Split(':')[^1] is { } token && url.Contains(token, StringComparison.Ordinal))
        {
            _faults.Add("Telegram:Webhook:Url: it holds the token, which would end in every access log. Choose another path.");
        }

        var secret = Text("Telegram:Webhook:Secret");
        if (secret is not { Length: <= 256 } || !secret.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
        {
            _faults.Add("Telegram:Webhook:Secret: a webhook needs one, 1 to 256 letters, digits, _ or -. Without it anybody could play Telegram.");
            secret = null;
        }

        var listen = Listen("Telegram:Webhook:Listen", "http://0.0.0.0:8443");
        if (Text("Telegram:Webhook:Listen") is null)
        {
            _faults.Add("Telegram:Webhook:Listen: a webhook needs the address to listen on. Write it like http://0.0.0.0:8443.");
        }

        return address is null || secret is null || listen is null ? null : new Webhook(address, secret, listen);
    }

    private List<byte[]> Keys()
    {
        List<byte[]> keys = [];
        foreach (var (word, place) in (Text("Storage:Key") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((word, n) => (word, n + 1)))
        {
            var key = new byte[33];
            if (Convert.TryFromBase64String(word, key, out var length) && length == 32)
            {
                keys.Add(key[..32]);
            }
            else
            {
                _faults.Add($"Storage:Key: key {place} is not 32 bytes in base64. Make one with: openssl rand -base64 32");
            }
        }

        return keys;
    }

    private BotApiOptions? Telegram()
    {
        var token = Token();
        var url = Text("Telegram:BaseUrl");
        var (address, proxy) = (BotApiOptions.PublicApi, Text("Telegram:Proxy"));
        if (url is not null && !Uri.TryCreate(url, UriKind.Absolute, out address))
        {
            _faults.Add("Telegram:BaseUrl is no address. Write it like https://api.telegram.org.");
            address = BotApiOptions.PublicApi;
        }

        // A token that looks right, so that address and proxy are checked even where none is set.
        var options = new BotApiOptions(token ?? $"1:{new string('a', 35)}", address!, proxy);
        _faults.AddRange(options.Faults().Select(fault => $"Telegram: {fault}"));
        return token is null ? null : options;
    }

    private string? Token()
    {
        var (token, file) = (Text("Telegram:Token"), Text("Telegram:TokenFile"));
        if (token is not null || file is null)
        {
            return token;
        }

        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } read ? read : Fault($"Telegram:TokenFile: {file} is empty. Put the bot's token into it.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Fault($"Telegram:TokenFile: {file} cannot be read ({fault.GetType().Name}). Check the path and its rights.");
        }
    }

    private string Dialogs()
    {
        if (Text("Dialogs:Path") is not { } path)
        {
            return DialogFolder.Default();
        }

        if (!Directory.Exists(path))
        {
            _faults.Add($"Dialogs:Path: there is no folder {path}.");
        }

        return path;
    }

    private List<long> Admins()
    {
        List<long> ids = [];
        var written = from.GetSection("Admin:Ids").GetChildren().Select(child => child.Value).Append(Text("Admin:Ids"));
        foreach (var word in written.SelectMany(line => line?.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) ?? []))
        {
            if (long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
            {
                ids.Add(id);
            }
            else
            {
                _faults.Add($"Admin:Ids: “{word}” is no numeric Telegram user id. User names are not taken: they change hands.");
            }
        }

        return ids;
    }

    private double Rate(string key, double otherwise)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= 0 and <= 100_000)
        {
            return rate;
        }

        _faults.Add($"{key}: “{text}” is no number from 0 to 100000. 0 takes the limit away.");
        return otherwise;
    }

    private int Count(string key, int otherwise)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 10_000)
        {
            return count;
        }

        _faults.Add($"{key}: “{text}” is no whole number from 1 to 10000.");
        return otherwise;
    }

    private Uri? Listen(string key, string example)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http", PathAndQuery: "/", UserInfo: "" })
        {
            return address;
        }

        _faults.Add($"{key}: “{text}” is no address. Write it like {example}.");
        return null;
    }

    private string Choice(string key, params ReadOnlySpan<string> choices)
    {
        var text = Text(key) ?? choices[0];
        foreach (var choice in choices)
        {
            if (choice.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        _faults.Add($"{key}: “{text}” is none of {string.Join(", ", choices.ToArray())}.");
        return choices[0];
    }

    private string? Text(string key) => from[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private string? Fault(string fault)
    {
        _faults.Add(fault);
        return null;
    }
}
