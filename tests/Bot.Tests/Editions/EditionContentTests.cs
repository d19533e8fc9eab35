using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ontime.Bot.Tests.Editions;

/// <summary>The bytes of an edition: its hash is made of them, so they stay the same from version to version.</summary>
public sealed class EditionContentTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(20_000)]
    public void A_file_of_any_length_is_written_as_one_string_and_read_back(int length)
    {
        // What takes two characters stands astride wherever a long text may be cut.
        foreach (var text in new[] { "花\"呗\n", "😀", "a😀" })
        {
            var content = string.Concat(Enumerable.Repeat(text, length))[..length];
            content = content.Length > 0 && char.IsHighSurrogate(content[^1]) ? content[..^1] : content;
            var files = new Dictionary<string, string> { ["b.yaml"] = content, ["a.yaml"] = "", ["tests/t.yaml"] = "no part of it" };

            var packed = EditionContent.Pack(files);

            packed.ShouldBe(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["a.yaml"] = "", ["b.yaml"] = content }, Relaxed));
            EditionContent.Unpack(packed)["b.yaml"].ShouldBe(content);
        }
    }

    [Fact]
    public void The_shipped_dialogs_are_read_back_as_they_were()
    {
        var (files, _) = DialogFolder.Read(DialogFolder.Default());
        var read = EditionContent.Unpack(EditionContent.Pack(files));
        read.ShouldBe(files.Where(file => !file.Key.StartsWith("tests/", StringComparison.Ordinal)), ignoreOrder: true);
    }
}
