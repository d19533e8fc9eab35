using System.Text;
using System.Text.Json;
using NodaTime;
using Ontime.Bot;
using Ontime.Telegram;

namespace Ontime.Bench.Fuzz;

/// <summary>Telegram's answers, from the bytes to the input: what cannot be read is counted or the whole answer refused.</summary>
internal sealed class Updates : ITarget
{
    private static readonly byte[][] Answers =
    [
        .. new[]
        {
            """{"ok":true,"result":[{"update_id":7,"message":{"message_id":3,"from":{"id":42,"is_bot":false,"first_name":"小明","username":"ming","language_code":"zh"},"chat":{"id":42,"type":"private"},"date":1700000000,"text":"/start \"x\" \u4f60\ud83d\ude00","entities":[{"offset":0,"length":6,"type":"bot_command"}]}}]}""",
            """{"ok":true,"result":[{"update_id":8,"callback_query":{"id":"99","from":{"id":42,"is_bot":false,"first_name":"x"},"message":{"message_id":3,"chat":{"id":42,"type":"private"},"date":0},"chat_instance":"5","data":"q1:yes"}}]}""",
            """{"ok":true,"result":[{"update_id":9,"my_chat_member":{"chat":{"id":42,"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"x"},"date":6,"old_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"b"},"status":"member"},"new_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"b"},"status":"kicked","until_date":0}}}]}""",
            """{"ok":true,"result":[{"update_id":10,"message":{"message_id":4,"from":{"id":42,"is_bot":false,"first_name":"x"},"chat":{"id":-100123,"type":"supergroup","title":"g"},"date":1700000000,"photo":[{"file_id":"a","width":1,"height":1}],"caption":"c"}},{"update_id":11,"poll":{"id":"1"}}]}""",
            """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 5","parameters":{"retry_after":5}}""",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);
    private readonly Intake _intake = new("ontime_bot");

    public string Name => "updates";

    public int Share => 530;

    public string Try(Random dice)
    {
        var bytes = Slips.Of(Answers[dice.Next(Answers.Length)], dice);
        if (Envelope.Read(bytes) is not { Ok: true } envelope)
        {
            return "refused";
        }

        try
        {
            var batch = UpdateReader.ReadBatch(bytes.AsSpan()[envelope.Result]);
            var inputs = batch.Updates.Select(update => _intake.Read(update, Now)).Count(input => input is not null);
            return inputs > 0 ? "input" : batch.Unreadable.Count > 0 ? "unreadable" : "ignored";
        }
        catch (JsonException)
        {
            return "refused";
        }
    }
}
