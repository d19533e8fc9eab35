using System.Globalization;
using Ontime.Storage;
using Ontime.Storage.Backups;

namespace Ontime.Bot.Verbs;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>.</summary>
internal static class BackupVerbs
{
    public static async Task<int> BackupAsync(Settings settings, string file, TextWriter output, CancellationToken stop)
    {
        if (settings.Postgres is not null)
        {
            await using var store = await Stores.LookIntoAsync(settings, stop);
            await store.BackupAsync(file, replace: false, stop);
        }
        else if (File.Exists(settings.StorePath))
        {
            await Store.BackupAsync(settings.StorePath, file, stop);
        }
        else
        {
            throw new StoreException($"There is no store {settings.StorePath}. Set Storage:Path.");
        }

        await output.WriteLineAsync($"{file}: {new FileInfo(file).Length.ToString("N0", CultureInfo.InvariantCulture)} bytes.");
        return 0;
    }

    public static async Task<int> RestoreAsync(Settings settings, string file, TextWriter output, CancellationToken stop)
    {
        var order = new RestoreOrder(file, settings.Seal, settings.Lists, settings.Telegram?.BotId);
        var done = settings.Postgres is { } server
            ? await Store.RestorePostgresAsync(server, order, settings.Lists ?? Path.GetDirectoryName(Path.GetFullPath(file))!, stop)
            : await Store.RestoreAsync(settings.StorePath, order, stop);
        await output.WriteLineAsync($"Restored {done.People} people from {file}.");
        if (done.Forgotten > 0)
        {
            await output.WriteLineAsync($"Left out {done.Forgotten} who asked to be forgotten after it was taken.");
        }

        if (done.Before is { } before)
        {
            await output.WriteLineAsync($"What was there before is in {before}. It holds personal data: delete it once you are sure.");
        }

        return 0;
    }
}
