using System.Globalization;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>What a member takes in a file of SQLite, all pages of all tables and indices counted; the engines differ little.</summary>
internal static class Sizes
{
    private const int Sample = 10_000, Fresh = 400, Typical = 1_536;

    public static async Task PrintAsync(Example fresh, Example typical)
    {
        await PrintAsync("a fresh member", fresh, Fresh);
        await PrintAsync($"a typical member ({typical.Member.Bills.Count} bills, {typical.Member.Answers.Count} answers)", typical, Typical);
        Say($"the {typical.Events.Count} events of their history beside: {await BytesAsync(typical, history: true) - await BytesAsync(typical, history: false):F0} bytes");
    }

    private static async Task PrintAsync(string what, Example example, int aim)
    {
        var (bytes, document) = (await BytesAsync(example, history: false), MemberCodec.Write(example.Member).Length);
        Say($"{what}: {bytes:F0} bytes in the file, {document} of them the document; aim < {aim}{(bytes < aim ? "" : ", MISSED")}");
    }

    private static async Task<double> BytesAsync(Example example, bool history)
    {
        var folder = Directory.CreateTempSubdirectory("ontime-size-");
        try
        {
            await using (var store = await Store.OpenAsync(Path.Combine(folder.FullName, "coach.db"), CancellationToken.None))
            {
                await Seeding.FillAsync(store, example, 0, Sample, history);
            }

            return folder.EnumerateFiles("coach.db*").Sum(file => file.Length) / (double)Sample;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Say(FormattableString what) => Console.WriteLine(what.ToString(CultureInfo.InvariantCulture));
}
