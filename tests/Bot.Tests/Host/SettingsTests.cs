using Microsoft.Extensions.Configuration;

namespace Ontime.Bot.Tests.Host;

public sealed class SettingsTests
{
    [Fact]
    public void Nothing_set_is_fine_and_gives_the_documented_defaults()
    {
        var (settings, faults) = Read();
        faults.ShouldBeEmpty();
        settings.ShouldNotBeNull();
        settings.Telegram.ShouldBeNull();
        settings.StorePath.ShouldBe(Path.Combine("data", "coach.db"));
        settings.Delivery.ShouldBe(new Delivery(30, 25, 1, 5));
        settings.JsonLog.ShouldBeFalse();
        File.Exists(Path.Combine(settings.DialogsPath, "index.yaml")).ShouldBeTrue();
    }

    [Fact]
    public void Every_fault_is_told_at_once_and_no_secret_with_it()
    {
        var (settings, faults) = Read(
            ("Telegram:Token", "hunter2 is no token"), ("Telegram:BaseUrl", "nowhere"), ("Telegram:Proxy", "gopher://me:hunter2@x"), ("Admin:Ids", "12, @bob"), ("Delivery:PerSecond", "fast"),
            ("Delivery:BulkPerSecond", "-Infinity"), ("Delivery:PerChatPerSecond", "NaN"), ("Health:Listen", "http://127.0.0.1:80/path"), ("Log:Format", "xml"), ("Dialogs:Path", "/nowhere/at/all"), ("Storage:Key", "abc"));
        settings.ShouldBeNull();
        faults.Count.ShouldBe(11);
        string.Join('\n', faults).ShouldNotContain("hunter2");
        faults.ShouldAllBe(fault => !fault.Contains('\n'));
    }

    [Theory]
    [InlineData("Admin:Ids", "12,34")]
    [InlineData("Admin:Ids:0", "12", "Admin:Ids:1", "34")]
    public void Admin_ids_are_one_line_or_a_list(params string[] pairs)
    {
        var (settings, _) = Read([.. pairs.Chunk(2).Select(pair => (pair[0], pair[1]))]);
        settings!.AdminIds.ShouldBe([12, 34]);
    }

    [Fact]
    public void A_webhook_without_a_secret_or_an_address_to_listen_on_is_refused()
    {
        var (settings, faults) = Read(("Telegram:Webhook:Url", "https://coach.example.org/t"), ("Telegram:Webhook:Secret", "two words"));
        settings.ShouldBeNull();
        faults.ShouldContain(fault => fault.StartsWith("Telegram:Webhook:Secret", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("Telegram:Webhook:Listen", StringComparison.Ordinal));
        Read(("Telegram:Webhook:Url", "http://coach.example.org/t")).Faults.ShouldContain(fault => fault.Contains("https only"));
        Read(("Telegram:Token", "123456:ABC-def_1"), ("Telegram:Webhook:Url", "https://coach.example.org/123456:ABC-def_1")).Faults
            .ShouldContain(fault => fault.Contains("holds the token"));
        string.Join('\n', faults).ShouldNotContain("two words");
    }

    [Fact]
    public void A_storage_key_that_is_not_32_bytes_is_named_by_its_place_alone()
    {
        var good = Convert.ToBase64String(new byte[32]);
        Read(("Storage:Key", $"{good},c2hvcnQ=")).Faults.ShouldContain("Storage:Key: key 2 is not 32 bytes in base64. Make one with: openssl rand -base64 32");
        Read(("Backup:Path", "backups"), ("Backup:Keep", "0")).Faults.ShouldContain(fault => fault.StartsWith("Backup:Keep", StringComparison.Ordinal));
    }

    [Fact]
    public void A_token_file_is_read_and_trimmed()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "123456:ABC-def_1\n");
        Read(("Telegram:TokenFile", file)).Settings!.Telegram!.Token.ShouldBe("123456:ABC-def_1");
        File.Delete(file);
        Read(("Telegram:TokenFile", file)).Faults.ShouldHaveSingleItem().ShouldContain("cannot be read");
    }

    private static (Settings? Settings, IReadOnlyList<string> Faults) Read(params (string Key, string Value)[] pairs) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
