using System.Text;
using Ontime.Dialogs;
using Ontime.Words;

namespace Ontime.Scores;

/// <summary>A trend in signs, for where there are no pictures: one line a month.</summary>
public static class TrendText
{
    private const int Bars = 8;

    /// <summary>HTML.</summary>
    public static string Write(TrendChart chart, Texts texts, Language language)
    {
        var (low, high) = TrendSvg.Scale(chart);
        var lines = new StringBuilder($"<b>{texts.Find("trend.title")}</b>\n{texts.Find("trend.whose")}\n<pre>");
        foreach (var month in chart.Months)
        {
            var bar = month.Score is { } score ? Bar((score - low) / (high - low)) : new string(' ', Bars);
            lines.Append($"{Formats.ShortMonth(language, month.Month.Month).PadRight(4)}{(month.Score is { } value ? Formats.Number(value) : texts.Find("trend.unknown")),4} {bar}");
            if (month.Late > 0)
            {
                lines.Append($" {texts.Find("trend.row.late")} {month.Late}");
            }

            if (month.Applied > 0)
            {
                lines.Append($" {texts.Find("trend.row.applied")} {month.Applied}");
            }

            lines.Append('\n');
        }

        lines.Append("</pre>");
        if (chart.HasLimits)
        {
            lines.Append($"\n<b>{texts.Find("trend.limits")}</b>\n<pre>");
            foreach (var month in chart.Months.Where(month => month.Limit is not null))
            {
                lines.Append($"{Formats.ShortMonth(language, month.Month.Month).PadRight(4)}{month.Limit!.Value.ToString("#,0", null),9}\n");
            }

            lines.Append("</pre>");
        }

        return lines.ToString();
    }

    private static string Bar(decimal share)
    {
        var filled = Math.Clamp((int)Math.Round(share * Bars), 1, Bars);
        return new string('▰', filled) + new string('▱', Bars - filled);
    }
}
