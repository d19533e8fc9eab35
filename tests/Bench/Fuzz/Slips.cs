namespace Ontime.Bench.Fuzz;

/// <summary>What goes wrong with bytes and words: flipped, lost, doubled, cut, spliced, nested.</summary>
internal static class Slips
{
    private static readonly string[] Bits =
    [
        "{", "}", "[", "]", ":", "\"", "\\", "\\u", "\\ud83d", "\n", "\r", "\0", "\t", "  ", "-", "--", "+", ".", "..", ",", "，", "。", "%", "％", "&", "<b>", "/", "/start ",
        "0", "00", "9", "99999999999999999999", "1e308", "-1", "３１", "壹", "万", "亿", "号", "元", "￥", "$", "yes", "no", "是", "没有", "花呗", "Huabei", "tomorrow", "昨天", "32",
        "\u202e", "\u200b", "\ud800", "😀", "é", "true", "null", "x",
    ];

    public static byte[] Of(byte[] original, Random dice)
    {
        var bytes = new List<byte>(original);
        for (var slips = dice.Next(1, 3); slips > 0 && bytes.Count > 0; slips--)
        {
            var at = dice.Next(bytes.Count);
            switch (dice.Next(8))
            {
                case 0: bytes[at] = (byte)dice.Next(256); break;
                case 1: bytes[at] ^= (byte)(1 << dice.Next(8)); break;
                case 2: bytes.RemoveAt(at); break;
                case 3: bytes.RemoveRange(at, Math.Min(dice.Next(1, 40), bytes.Count - at)); break;
                case 4: bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(Bits[dice.Next(Bits.Length)])); break;
                case 5: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(dice.Next(1, 200), bytes.Count - at))); break;
                case 6 when dice.Next(20) == 0: bytes.InsertRange(at, Enumerable.Repeat((byte)(dice.Next(2) == 0 ? '[' : '{'), dice.Next(1, 5000))); break;
                default: bytes[at] = (byte)('0' + dice.Next(10)); break;
            }

            if (dice.Next(30) == 0)
            {
                bytes.RemoveRange(at, bytes.Count - at);
            }
        }

        return [.. bytes];
    }

    public static string Of(string text, Random dice)
    {
        for (var slips = dice.Next(0, 4); slips > 0; slips--)
        {
            var at = dice.Next(text.Length + 1);
            text = dice.Next(4) switch
            {
                0 when at < text.Length => text.Remove(at, Math.Min(dice.Next(1, 6), text.Length - at)),
                1 when at < text.Length => text.Insert(at, text.Substring(at, Math.Min(dice.Next(1, 40), text.Length - at))),
                2 when dice.Next(40) == 0 => text.Insert(at, string.Concat(Enumerable.Repeat(Bits[dice.Next(Bits.Length)], dice.Next(1, 2000)))),
                _ => text.Insert(at, Bits[dice.Next(Bits.Length)]),
            };
        }

        return text;
    }
}
