using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using NodaTime.Text;
using Ontime.Members;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>Everything that is kept of one person, as one JSON and one CSV document. The rows are looked up here and formatted purely.</summary>
internal sealed class Export(Store store)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IReadOnlyList<FileSource.Upload>> FilesAsync(long chatId, CancellationToken cancellationToken)
    {
        var member = await store.MemberAsync(chatId, cancellationToken);
        var events = await store.EventsAsync(chatId, cancellationToken);
        return
        [
            new FileSource.Upload("ontime.json", "application/json", Encoding.UTF8.GetBytes(Json(member, events))),
            new FileSource.Upload("ontime.csv", "text/csv", Encoding.UTF8.GetBytes(Csv(member, events))),
        ];
    }

    public static string Json(MemberRow? member, IReadOnlyList<EventRow> events) => new JsonObject
    {
        ["member"] = member is null ? null : Present(member),
        ["events"] = new JsonArray([.. events.Select(JsonNode (row) => new JsonObject
        {
            ["at"] = Moment(row),
            ["kind"] = row.Kind,
            ["data"] = Data(row),
        })]),
    }.ToJsonString(Indented);

    /// <summary>One line for each thing that is kept now, without a moment, and one an event and field. A cell that a spreadsheet would run is quoted.</summary>
    public static string Csv(MemberRow? member, IReadOnlyList<EventRow> events)
    {
        using var text = new StringWriter();
        text.Write('\uFEFF');
        using var csv = CsvWriter.Create(text, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteRecord("at", "kind", "field", "value");
        foreach (var (field, value) in member is null ? [] : Leaves("", Present(member)))
        {
            csv.WriteRecord("", "kept", field, value);
        }

        foreach (var row in events)
        {
            foreach (var (field, value) in MemberCodec.ReadEvent(row.Kind, row.Data).Data)
            {
                csv.WriteRecord(Moment(row), row.Kind, field, value);
            }
        }

        csv.Flush();
        return text.ToString();
    }

    /// <summary>As it is read, by name, and not as it is stored; where it cannot be read, it is given away as it stands.</summary>
    private static JsonNode? Present(MemberRow row)
    {
        try
        {
            return JsonNode.Parse(MemberCodec.Readable(row.Member()));
        }
        catch (FormatException)
        {
            return Encoding.UTF8.GetString(row.Document);
        }
    }

    /// <summary>“answers.R4.option” and its value, and so on for all that is kept.</summary>
    private static IEnumerable<(string Field, string Value)> Leaves(string path, JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Leaves(Path(path, field.Key), field.Value)),
        JsonArray items => items.SelectMany((item, n) => Leaves(Path(path, (n + 1).ToString(CultureInfo.InvariantCulture)), item)),
        _ => [(path, node?.ToString() ?? "")],
    };

    private static string Path(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static JsonObject Data(EventRow row)
    {
        var data = new JsonObject();
        foreach (var (field, value) in MemberCodec.ReadEvent(row.Kind, row.Data).Data)
        {
            data[field] = value;
        }

        return data;
    }

    private static string Moment(EventRow row) => InstantPattern.General.Format(row.At);
}
