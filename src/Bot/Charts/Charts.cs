using System.Collections.Concurrent;
using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Scores;
using Ontime.Storage;
using Ontime.Telegram;
using Ontime.Words;

namespace Ontime.Bot.Charts;

/// <summary>A chart ready to be sent.</summary>
/// <param name="Picture">Null where this machine draws none.</param>
/// <param name="Html">What stands below the picture; without one, the chart in signs.</param>
internal sealed record Drawn(FileSource.Upload? Picture, string Html);

/// <summary>Makes charts when they are sent: the rows are looked up here, formatted purely, and drawn by a child process.</summary>
/// <param name="picture">Turns SVG into PNG; null where only signs are wanted.</param>
/// <param name="labels">The language of the words inside a picture; null where the machine has no letters for any.</param>
internal sealed class Charts(
    Store store, Func<DialogSet> dialogs, Func<Instant> now, Func<string, CancellationToken, Task<byte[]?>>? picture, Func<Language, CancellationToken, Task<Language?>> labels)
{
    // Fonts do not come and go while the bot runs.
    private readonly ConcurrentDictionary<Language, Language?> _labels = new();

    /// <summary>Null where there is nothing to draw: the person was erased meanwhile.</summary>
    public async Task<Drawn?> DrawAsync(long chatId, ChartKind kind, Language language, CancellationToken stop)
    {
        if (kind != ChartKind.Trend)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A chart without a drawing.");
        }

        if (await store.MemberAsync(chatId, stop) is not { } row)
        {
            return null;
        }

        var member = row.Member();
        var set = dialogs();
        var texts = set.Texts(language);
        var moment = now();
        var chart = TrendChart.Of(member, moment);
        if (!chart.HasScores && !chart.HasLimits)
        {
            return new Drawn(null, texts.Find("trend.nothing")!);
        }

        var png = picture is not null && await LabelsAsync(language, stop) is { } letters
            ? await picture(TrendSvg.Write(chart, set.Texts(letters), letters), stop)
            : null;
        return png is null || !Files.IsAllowed(png.Length)
            ? new Drawn(null, TrendText.Write(chart, texts, language))
            : new Drawn(new FileSource.Upload("picture.png", "image/png", png), new Renderer(set).Render(language, ScoreWords.Caption(member, moment)).Html);
    }

    private async Task<Language?> LabelsAsync(Language language, CancellationToken stop)
    {
        if (!_labels.TryGetValue(language, out var letters))
        {
            _labels[language] = letters = await labels(language, stop);
        }

        return letters;
    }
}
