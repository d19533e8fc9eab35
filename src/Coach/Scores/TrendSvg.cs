using System.Text;
using Ontime.Dialogs;
using Ontime.Words;

namespace Ontime.Scores;

/// <summary>Draws a trend as SVG for a phone: large labels, few lines, months from left to right. Pure: the same figures give the same bytes.</summary>
public static class TrendSvg
{
    private const int Width = 1000, Left = 60, Right = 60, Top = 150, ScoreHeight = 430, RowHeight = 58, LimitHeight = 170, Gap = 64, First = 320, DigitWidth = 19;
    private const string Ink = "#20303a", Soft = "#6b7b85", Paper = "#fbfaf7", Score = "#0f6e84", Limit = "#8a6d3b", Late = "#a5432f", Applied = "#6b7b85";
    private const string Fonts = "'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC','Noto Sans','DejaVu Sans',sans-serif";

    /// <param name="labels">The language of the words in it: one whose letters the machine has.</param>
    public static string Write(TrendChart chart, Texts texts, Language labels)
    {
        var rows = new[] { (Show: chart.Months.Any(month => month.Late > 0), Key: "trend.row.late"), (Show: chart.Months.Any(month => month.Applied > 0), Key: "trend.row.applied") };
        var below = Top + ScoreHeight + 70 + (rows.Count(row => row.Show) * RowHeight);
        var height = below + (chart.HasLimits ? Gap + LimitHeight + 30 : 0) + 40;
        var svg = new StringBuilder();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" font-family=\"{Fonts}\">");
        svg.Append($"<rect width=\"{Width}\" height=\"{height}\" fill=\"{Paper}\"/>");
        Text(svg, Left, 70, 40, Ink, "start", texts.Find("trend.title")!, bold: true);
        Text(svg, Left, 112, 26, Soft, "start", texts.Find("trend.whose")!);
        Bands(svg, chart, texts);
        Line(svg, chart, month => month.Score, Scale(chart), Top, ScoreHeight, Score, Formats.Number);
        Months(svg, chart, labels);
        Rows(svg, chart, texts, rows.Where(row => row.Show).Select(row => row.Key));
        if (chart.HasLimits)
        {
            Text(svg, Left, below + Gap - 14, 28, Limit, "start", texts.Find("trend.limits")!, bold: true);
            Line(svg, chart, month => month.Limit, Around(chart.Months.Select(month => month.Limit), 0), below + Gap + 30, LimitHeight - 30, Limit, yuan => yuan.ToString("#,0", null));
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>Whole fifties around the scores, at least a hundred, so that a step of some points does not look like a cliff.</summary>
    internal static (decimal Low, decimal High) Scale(TrendChart chart)
    {
        var known = chart.Months.Select(month => month.Score).OfType<decimal>().DefaultIfEmpty(600).ToList();
        var low = Math.Max(ScoreBand.Lowest, Math.Floor((known.Min() - 20) / 50) * 50);
        var high = Math.Min(ScoreBand.Highest, Math.Ceiling((known.Max() + 20) / 50) * 50);
        return high - low >= 100 ? (low, high) : low >= 400 ? (low - 50, high) : (low, high + 50);
    }

    private static (decimal Low, decimal High) Around(IEnumerable<decimal?> values, decimal floor)
    {
        var known = values.OfType<decimal>().ToList();
        var room = Math.Max((known.Max() - known.Min()) / 2, Math.Max(known.Max() * 0.2m, 1));
        return (Math.Max(floor, known.Min() - room), known.Max() + room);
    }

    private static void Bands(StringBuilder svg, TrendChart chart, Texts texts)
    {
        var (low, high) = Scale(chart);
        foreach (var (band, at) in ScoreBand.All.Select((band, at) => (band, at)).Where(pair => pair.band.To + 1 > low && pair.band.From < high))
        {
            var (from, to) = (Math.Max(low, band.From), Math.Min(high, band.To + 1));
            var (top, bottom) = (Y(to, low, high, Top, ScoreHeight), Y(from, low, high, Top, ScoreHeight));
            svg.Append($"<rect x=\"{Left}\" y=\"{top}\" width=\"{Width - Left - Right}\" height=\"{bottom - top}\" fill=\"{(at % 2 == 0 ? "#eef2f0" : "#e4ebe9")}\"/>");
            Text(svg, Left + 14, top + 34, 24, Soft, "start", $"{texts.Find($"trend.band.{band.Id}")} {band.From}–{band.To}");
        }
    }

    private static void Line(
        StringBuilder svg, TrendChart chart, Func<TrendMonth, decimal?> value, (decimal Low, decimal High) scale, int top, int height, string colour, Func<decimal, string> label)
    {
        var points = chart.Months.Select((month, at) => (X: X(chart, at), Value: value(month)))
            .Where(point => point.Value is not null)
            .Select(point => (point.X, Y: Y(point.Value!.Value, scale.Low, scale.High, top, height), point.Value!.Value)).ToList();
        if (points.Count > 1)
        {
            svg.Append($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"6\" stroke-linejoin=\"round\" stroke-linecap=\"round\" points=\"{string.Join(' ', points.Select(point => $"{point.X},{point.Y}"))}\"/>");
        }

        // Of many figures only the first, the last, the highest and the lowest are written out.
        var told = points.Count <= 6 ? points : points.Where((point, at) => at == 0 || at == points.Count - 1).Append(points.MaxBy(point => point.Value)).Append(points.MinBy(point => point.Value)).ToList();
        var free = Width;
        foreach (var (x, y, number) in Enumerable.Reverse(points))
        {
            svg.Append($"<circle cx=\"{x}\" cy=\"{y}\" r=\"10\" fill=\"{colour}\" stroke=\"{Paper}\" stroke-width=\"4\"/>");
            var half = label(number).Length * DigitWidth / 2;
            if (told.Contains((x, y, number)) && x + half <= free)
            {
                // The newest is written first: an older one that would lie over it is left out.
                Text(svg, x, y - 24, 32, colour, "middle", label(number), bold: true);
                free = x - half;
            }
        }
    }

    private static void Months(StringBuilder svg, TrendChart chart, Language labels)
    {
        var every = chart.Months.Count > 8 ? 2 : 1;
        for (var at = 0; at < chart.Months.Count; at++)
        {
            if ((chart.Months.Count - 1 - at) % every == 0)
            {
                Text(svg, X(chart, at), Top + ScoreHeight + 46, 28, Soft, "middle", Formats.ShortMonth(labels, chart.Months[at].Month.Month));
            }
        }
    }

    private static void Rows(StringBuilder svg, TrendChart chart, Texts texts, IEnumerable<string> keys)
    {
        var y = Top + ScoreHeight + 70;
        foreach (var key in keys)
        {
            var late = key == "trend.row.late";
            Text(svg, Left, y + 36, 26, late ? Late : Applied, "start", texts.Find(key)!);
            for (var at = 0; at < chart.Months.Count; at++)
            {
                var count = late ? chart.Months[at].Late : chart.Months[at].Applied;
                if (count > 0)
                {
                    svg.Append($"<circle cx=\"{X(chart, at)}\" cy=\"{y + 27}\" r=\"22\" fill=\"{(late ? Late : Applied)}\"/>");
                    Text(svg, X(chart, at), y + 37, 28, "#ffffff", "middle", Formats.Number(count), bold: true);
                }
            }

            y += RowHeight;
        }
    }

    // The names of bands and rows stand at the left: the months begin to the right of them.
    private static int X(TrendChart chart, int at) => First + ((Width - Right - 60 - First) * at / Math.Max(1, chart.Months.Count - 1));

    private static int Y(decimal value, decimal low, decimal high, int top, int height) => top + (int)Math.Round(height * (high - value) / (high - low));

    private static void Text(StringBuilder svg, int x, int y, int size, string colour, string anchor, string words, bool bold = false) =>
        svg.Append($"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\" text-anchor=\"{anchor}\"{(bold ? " font-weight=\"600\"" : "")}>{Escaped(words)}</text>");

    private static string Escaped(string words) => words.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
