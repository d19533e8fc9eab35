using Microsoft.Extensions.Configuration;

namespace Ontime.Bot;

/// <summary>
/// Where settings come from: files named like the variables (<c>Telegram__Token</c>) in the folders of secrets, then the environment, which wins.
/// </summary>
internal static class Sources
{
    /// <summary>Where containers find their secrets, and where systemd puts credentials.</summary>
    public static readonly IReadOnlyList<string?> Folders = ["/run/secrets", Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY")];

    /// <param name="folders">Null or missing ones are passed over.</param>
    public static IConfiguration Read(IReadOnlyList<string?> folders)
    {
        var builder = new ConfigurationBuilder();
        foreach (var folder in folders.OfType<string>().Where(Directory.Exists))
        {
            builder.AddKeyPerFile(Path.GetFullPath(folder), optional: true);
        }

        return builder.AddEnvironmentVariables().Build();
    }
}
