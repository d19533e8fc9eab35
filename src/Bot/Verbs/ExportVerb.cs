using Ontime.Storage;

namespace Ontime.Bot.Verbs;

/// <summary><c>export CHAT</c>: everything of one person, as files in the working directory.</summary>
internal static class ExportVerb
{
    public static async Task<int> RunAsync(Settings settings, long chatId, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        if (settings.Postgres is null && !File.Exists(settings.StorePath))
        {
            await errors.WriteLineAsync($"There is no store {settings.StorePath}. Set Storage:Path.");
            return 1;
        }

        await using var store = await Stores.LookIntoAsync(settings, stop);
        if (await store.MemberAsync(chatId, stop) is null)
        {
            await errors.WriteLineAsync($"Nothing is kept of chat {chatId}.");
            return 1;
        }

        foreach (var file in await new Export(store).FilesAsync(chatId, stop))
        {
            var name = $"{chatId}-{file.Name}";
            await File.WriteAllBytesAsync(name, file.Bytes, stop);
            await output.WriteLineAsync(name);
        }

        return 0;
    }
}
