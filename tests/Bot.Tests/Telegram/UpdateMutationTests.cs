using System.Text;
using System.Text.Json;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Telegram;

public sealed class UpdateMutationTests
{
    private static readonly byte[] Answer = Encoding.UTF8.GetBytes(
        """
        {"ok":true,"result":[
        {"update_id":7,"message":{"message_id":3,"from":{"id":42,"is_bot":false,"first_name":"小明","username":"ming","language_code":"zh"},
         "chat":{"id":42,"type":"private"},"date":1700000000,"text":"/start \"x\" \u4f60\ud83d\ude00","entities":[{"offset":0}]}},
        {"update_id":8,"callback_query":{"id":"99","from":{"id":42,"is_bot":false,"first_name":"x"},
         "message":{"message_id":3,"chat":{"id":42,"type":"private"},"date":0},"data":"q1:yes"}},
        {"update_id":9,"my_chat_member":{"chat":{"id":42,"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"x"},"date":6,
         "new_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"b"},"status":"kicked"}}}
        ]}
        """);

    [Fact]
    public void Ten_thousand_mutations_of_an_answer_never_throw_anything_but_a_refusal_of_the_list()
    {
        var random = new Random(20261122);
        var (refused, unreadable, read) = (0, 0, 0);
        for (var i = 0; i < 10_000; i++)
        {
            var bytes = Mutate(Answer, random);
            if (Envelope.Read(bytes) is not { Ok: true } envelope)
            {
                refused++;
                continue;
            }

            try
            {
                var batch = UpdateReader.ReadBatch(bytes.AsSpan()[envelope.Result]);
                unreadable += batch.Unreadable.Count;
                read += batch.Updates.Count;
            }
            catch (JsonException)
            {
                refused++;
            }
        }

        // Each way was gone, so the test has not quietly become one of a single kind.
        refused.ShouldBeGreaterThan(500);
        unreadable.ShouldBeGreaterThan(500);
        read.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void A_single_update_is_read_or_not_but_never_thrown_about()
    {
        var random = new Random(4711);
        var update = Answer.AsSpan()[(Answer.AsSpan().IndexOf((byte)'[') + 2)..];
        var one = update[..update.IndexOf("\n{\"update_id\":8"u8)].TrimEnd((byte)',').ToArray();
        UpdateReader.Read(one).Update.ShouldNotBeNull();
        for (var i = 0; i < 10_000; i++)
        {
            var bytes = Mutate(one, random);
            Should.NotThrow(() => UpdateReader.Read(bytes));
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, "\"\\{}[],:0u"u8[random.Next(10)]);
                    break;
                case 3:
                    bytes[at] = (byte)('0' + random.Next(10));
                    break;
                default:
                    bytes[at] = (byte)('a' + random.Next(26));
                    break;
            }
        }

        return [.. bytes];
    }
}
