using Ontime.Typing;

namespace Ontime.Tests.Typing;

public sealed class BillLinesTests
{
    [Theory]
    [InlineData("花呗 10号 1200", "花呗", "10", "1200")]
    [InlineData("花呗，10号，1200元", "花呗", "10", "1200")]
    [InlineData("花呗10号1200", "花呗", "10", "1200")]
    [InlineData("Huabei 10th 1200", "Huabei", "10", "1200")]
    [InlineData("Huabei, 10th, 1,200", "Huabei", "10", "1200")]
    [InlineData("招行卡 每月5号", "招行卡", "5", null)]
    [InlineData("招商银行信用卡 25日 3千", "招商银行信用卡", "25", "3000")]
    [InlineData("rent 1st", "rent", "1", null)]
    [InlineData("房租1号3500", "房租", "1", "3500")]
    [InlineData("房租3500 每月1号", "房租", "1", "3500")]
    [InlineData("房租 月底 2000", "房租", "last", "2000")]
    [InlineData("rent last day 2000", "rent", "last", "2000")]
    [InlineData("car loan 15th 2,500", "car loan", "15", "2500")]
    [InlineData("car loan due on the 15th", "car loan", "15", null)]
    [InlineData("CMB card the 5th", "CMB card", "5", null)]
    [InlineData("花呗 10 1200", "花呗", "10", "1200")]
    [InlineData("Jiebei 20", "Jiebei", "20", null)]
    [InlineData("借呗 二十号 1万2", "借呗", "20", "12000")]
    [InlineData("花呗 10號", "花呗", "10", null)]
    [InlineData("花呗 10号 1.2w", "花呗", "10", "12000")]
    [InlineData("10号 花呗 1200", "花呗", "10", "1200")]
    [InlineData("1200 花呗 10号", "花呗", "10", "1200")]
    [InlineData("花呗是10号还的", "花呗", "10", null)]
    [InlineData("花呗 １０号 １２００", "花呗", "10", "1200")]
    [InlineData("Card I21 5th", "Card I21", "5", null)]
    [InlineData("Card I21 5th 300", "Card I21", "5", "300")]
    [InlineData("card X2 5th", "card X2", "5", null)]
    [InlineData("visa a5000 10th", "visa a5000", "10", null)]
    [InlineData("Loan no2 5th 300", "Loan no2", "5", "300")]
    [InlineData("花唄 10號 1200塊", "花唄", "10", "1200")]
    [InlineData("信用卡帳單 二十號 兩萬", "信用卡帳單", "20", "20000")]
    public void A_line_gives_name_day_and_amount(string line, string name, string day, string? amount)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var bill = BillLines.Read(line, language).ShouldNotBeNull(line);
            (bill.Name, bill.Day.ToString(), bill.Amount?.ToString()).ShouldBe((name, day, amount));
        }
    }

    [Theory]
    [InlineData("rent on the 1st and credit card on the 5th", 2)]
    [InlineData("花呗10号，借呗15号", 2)]
    [InlineData("帮我加借呗，每月12号，还有招行卡25号", 2)]
    [InlineData("Huabei, the 10th, rent on the 1st", 2)]
    [InlineData("房租1号,信用卡5号", 2)]
    [InlineData("Huabei 10th 1,200, rent 1st", 2)]
    [InlineData("花呗10号1200、借呗15号和房租1号", 3)]
    [InlineData("花呗 10号, 1200元", 0)]
    [InlineData("rent and water on the 1st", 0)]
    [InlineData("招行卡 每月5号", 0)]
    [InlineData("花呗10号和15号", 0)]
    public void Several_bills_fit_in_a_line(string line, int bills) => (BillLines.Several(line, Language.En)?.Count ?? 0).ShouldBe(bills);

    [Theory]
    [InlineData("")]
    [InlineData("花呗")]
    [InlineData("10号")]
    [InlineData("花呗 1200")]
    [InlineData("花呗 32号")]
    [InlineData("花呗 10号和25号")]
    [InlineData("1200 10号")]
    [InlineData("花呗10号还吗？")]
    [InlineData("花呗 10号\n借呗 15号")]
    [InlineData("rent 32nd")]
    [InlineData("sorry I forgot, I paid it on the 12th")]
    [InlineData("paid on the 12th")]
    [InlineData("I can't pay on the 10th")]
    [InlineData("remind me on the 5th")]
    [InlineData("不好意思忘了，12号还的")]
    [InlineData("我12号还的")]
    [InlineData("花呗12号还了")]
    [InlineData("12号已经还清")]
    [InlineData("rent")]
    [InlineData("10 20")]
    [InlineData("每月 5")]
    [InlineData("every month 5")]
    [InlineData("I’m 17")]
    [InlineData("I am 20")]
    [InlineData("she’s 12")]
    [InlineData("maybe 10")]
    [InlineData("after the 10th")]
    [InlineData("我工资10号发")]
    [InlineData("10号我出差")]
    [InlineData("on the 10th I travel")]
    [InlineData("花呗额度 5号")]
    [InlineData("生日 5号")]
    [InlineData("payday is the 25th")]
    [InlineData("my salary comes on the 10th")]
    public void What_is_no_bill_is_asked_again(string line) => BillLines.Read(line, Language.ZhHans).ShouldBeNull();
}
