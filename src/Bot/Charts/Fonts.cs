using System.ComponentModel;
using System.Text;

namespace Ontime.Bot.Charts;

/// <summary>Which letters this machine can draw, as fontconfig says.</summary>
internal static class Fonts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const int LongestList = 4 * 1024 * 1024;

    /// <summary>Null: no language of ours; a picture without letters says nothing.</summary>
    public static async Task<Language?> LabelsAsync(Language wanted, CancellationToken stop) =>
        wanted == Language.ZhHans && await HasAsync("zh-cn", stop) ? Language.ZhHans
        : await HasAsync("en", stop) ? Language.En
        : null;

    /// <param name="language">As fontconfig names it.</param>
    public static async Task<bool> HasAsync(string language, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(Patience);
        try
        {
            var list = await Child.RunAsync("fc-list", [$":lang={language}", "family"], ReadOnlyMemory<byte>.Empty, LongestList, end.Token);
            return list is not null && !string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(list));
        }
        catch (Exception fault) when (fault is Win32Exception or IOException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return false;
        }
    }
}
