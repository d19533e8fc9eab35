using System.Text;

namespace Ontime.Typing;

/// <summary>Words as the readers compare them: valid, lower case, simplified characters, one kind of quote and of blank.</summary>
internal static class Plain
{
    /// <summary>An answer is short. What is longer is not an answer, and reading it would cost time.</summary>
    public const int Longest = 200;

    // Pairs: the traditional character, then the simplified one. One to one, so that positions stay.
    private const string Pairs =
        "沒没對对還还號号萬万點点兩两個个錢钱塊块週周後后開开時时間间過过貳贰參叁陸陆億亿從从來来無无讓让說说認认實实驗验證证碼码費费額额級级經经" +
        "業业聯联網网購购東东買买賣卖飯饭廳厅遊游館馆機机車车禮礼幾几筆笔張张這这裡里裏里處处樣样嗎吗誰谁麼么們们會会現现應应該该發发學学關关電电話话" +
        "戶户貸贷銀银繳缴納纳債债負负員员擔担護护題题問问頁页錯错當当確确總总絕绝臺台數数歲岁幫帮夠够轉转帳账賬账結结淸清剛刚續续連连裝装滿满隨随講讲" +
        "記记憶忆楚楚曉晓聽听願愿寫写給给稅税薪薪繼继晝昼晩晚歷历年年餘余體体圓圆兒儿為为什什舊旧陣阵壓压隔隔動动統统線线條条減减廢废複复覆复衛卫衝冲" +
        "鐘钟鍾钟劃划單单雙双雖虽難难靜静頭头願愿類类餐餐饑饥飲饮飛飞馬马驚惊輕轻殺杀離离彆别須须預预領领顧顾飽饱鬧闹齊齐慶庆憂忧戰战撥拨搶抢擇择" +
        "財财貝贝貨货質质購购賺赚贏赢趕赶軟软較较輸输辦办農农遲迟遠远適适選选郵邮鄰邻醫医釋释鐵铁鋪铺長长門门閉闭閱阅隊队陽阳階阶際际險险" +
        "幣币約约組组終终綁绑緊紧絡络誌志訊讯詢询詳详語语誤误調调請请諾诺贈赠載载辭辞達达運运違违邊边銷销鏈链鎖锁雜杂響响頓顿頻频風风飾饰餓饿駕驾騎骑騙骗鬆松麵面齡龄攤摊擊击敗败斷断" +
        "曆历極极構构樓楼檢检權权歸归決决況况滅灭漲涨濟济煩烦熱热燈灯爭争狀状獲获環环產产畢毕畫画異异療疗監监盤盘種种稱称積积穩稳窮穷竊窃競竞簡简簽签緩缓縮缩罰罚聲声職职脫脱" +
        "臉脸舉举興兴藝艺藥药虧亏術术補补規规視视親亲覺觉觀观觸触訂订訴诉診诊詐诈試试詞词誠诚課课談谈論论諒谅謀谋謝谢譯译議议";

    private static readonly Dictionary<char, char> Simplified = Table();

    /// <summary>Empty where nothing is left, or where the text is too long to be an answer.</summary>
    public static string Of(string raw)
    {
        if (raw.Length > Cleaned.Longest)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        foreach (var rune in Cleaned.Text(raw).EnumerateRunes())
        {
            if (rune.Value is 0xFE0E or 0xFE0F or 0x2640 or 0x2642 or (>= 0x1F3FB and <= 0x1F3FF))
            {
                continue; // how an emoji looks: its colour, its sex
            }

            var next = rune.IsBmp ? Fold((char)rune.Value) : '\0';
            if (next == ' ' && (text.Length == 0 || text[^1] == ' '))
            {
                continue;
            }

            _ = next == '\0' ? text.Append(rune.ToString()) : text.Append(next);
            if (text.Length > Longest)
            {
                return string.Empty;
            }
        }

        return Unwrapped(text.ToString()).TrimEnd(' ', '。', '.', '!', '~', '…', '、', ',', ';').TrimStart(' ', '。', '!', '…', '、', ',', ';');
    }

    // (5000), "5000", 【5000】
    private static string Unwrapped(string text) =>
        text.Length > 2 && (text[0], text[^1]) is ('(', ')') or ('"', '"') or ('【', '】') or ('[', ']') or ('《', '》') ? text[1..^1] : text;

    /// <summary>The character folded; the length never changes.</summary>
    public static char Fold(char c) => c switch
    {
        '‘' or '’' or 'ʼ' or '`' or '´' => '\'',
        '“' or '”' or '「' or '」' => '"',
        '–' or '—' or '−' or '‐' or '‑' => '-',
        '〜' or '∼' => '~',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => Simplified.GetValueOrDefault(c, char.ToLowerInvariant(c)),
    };

    private static Dictionary<char, char> Table()
    {
        var table = new Dictionary<char, char>();
        for (var i = 0; i + 1 < Pairs.Length; i += 2)
        {
            table[Pairs[i]] = Pairs[i + 1];
        }

        return table;
    }
}
