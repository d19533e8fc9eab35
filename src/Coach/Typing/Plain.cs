using System.Text;

namespace Ontime.Typing;

/// <summary>Words as the readers compare them: valid, lower case, simplified characters, one kind of quote and of blank.</summary>
internal static class Plain
{
    /// <summary>An answer is short. What is longer is not an answer, and reading it would cost time.</summary>
    public const int Longest = 200;

    // Pairs: the traditional character, or one that looks or is meant the same, then the simplified one. One to one, so that positions stay.
    private const string Pairs =
        "沒没對对還还號号萬万點点兩两個个錢钱塊块週周後后開开時时間间過过貳贰參叁陸陆億亿從从來来無无讓让說说認认實实驗验證证碼码費费額额級级經经業业聯联網网購购東东買买賣卖飯饭廳厅遊游館馆機机車车禮礼幾几筆笔張张這这裡里裏里處处樣样嗎吗誰谁麼么們们會会現现應应該该發发學学關关電电話话戶户貸贷銀银繳缴納纳債债" +
        "負负員员擔担護护題题問问頁页錯错當当確确總总絕绝臺台數数歲岁幫帮夠够轉转帳账賬账結结淸清剛刚續续連连裝装滿满隨随講讲記记憶忆曉晓聽听願愿寫写給给稅税繼继晝昼晩晚歷历餘余體体圓圆兒儿為为舊旧陣阵壓压動动統统線线條条減减廢废複复覆复衛卫衝冲鐘钟鍾钟劃划單单雙双雖虽難难靜静頭头類类饑饥飲饮飛飞馬马驚惊輕轻" +
        "殺杀離离彆别須须預预領领顧顾飽饱鬧闹齊齐慶庆憂忧戰战撥拨搶抢擇择財财貝贝貨货質质賺赚贏赢趕赶軟软較较輸输辦办農农遲迟遠远適适選选郵邮鄰邻醫医釋释鐵铁鋪铺長长門门閉闭閱阅隊队陽阳階阶際际險险幣币約约組组終终綁绑緊紧絡络誌志訊讯詢询詳详語语誤误調调請请諾诺贈赠載载辭辞達达運运違违邊边銷销鏈链鎖锁雜杂響响" +
        "頓顿頻频風风飾饰餓饿駕驾騎骑騙骗鬆松麵面齡龄攤摊擊击敗败斷断曆历極极構构樓楼檢检權权歸归決决況况滅灭漲涨濟济煩烦熱热燈灯爭争狀状獲获環环產产畢毕畫画異异療疗監监盤盘種种稱称積积穩稳窮穷竊窃競竞簡简簽签緩缓縮缩罰罚聲声職职脫脱臉脸舉举興兴藝艺藥药虧亏術术補补規规視视親亲覺觉觀观觸触訂订訴诉診诊詐诈試试" +
        "詞词誠诚課课談谈論论諒谅謀谋謝谢譯译議议別别與与復复臨临麗丽義义書书雲云亞亚價价傷伤倫伦優优倆俩償偿岡冈沖冲凍冻湊凑鳳凤憑凭創创刪删製制賸剩勁劲勞劳勢势協协華华盧卢廈厦變变隻只祇只嚇吓吶呐喲哟囉啰團团園园圍围國国圖图聖圣場场壞坏墊垫備备夾夹獎奖婦妇娛娱孫孙寧宁寬宽賓宾導导尋寻將将爾尔嘗尝嚐尝盡尽儘尽" +
        "屆届屬属峴岘島岛師师帶带庫库棄弃彈弹強强錄录徹彻徵征態态戀恋惡恶惱恼慣惯慘惨戲戏紮扎執执擴扩掃扫揚扬擾扰報报掛挂撾挝掙挣損损換换據据擲掷攜携擺摆曠旷顯显暫暂槍枪標标欄栏樹树檔档橋桥夢梦橫横櫻樱歡欢歐欧殘残氣气匯汇彙汇漢汉湯汤溝沟淚泪澤泽潔洁淺浅測测潤润溫温灣湾濕湿溼湿滾滚滯滞濾滤濱滨灘滩濰潍靈灵災灾" +
        "煉炼爛烂煙烟菸烟燒烧愛爱爺爷牽牵獅狮獨独豬猪貓猫獻献瑪玛暢畅瘋疯癮瘾盜盗鹽盐蓋盖磯矶磚砖礙碍禍祸窩窝築筑篩筛糧粮係系繫系糾纠紅红紀纪純纯縱纵紛纷紙纸紋纹紐纽練练細细織织紹绍繞绕繪绘緒绪績绩維维綿绵緬缅編编緣缘縫缝羅罗罷罢聰聪肅肃腸肠腫肿脹胀脅胁勝胜膠胶腦脑臟脏髒脏腳脚臘腊騰腾節节蕪芜蒼苍蘇苏蘋苹範范" +
        "薦荐榮荣萊莱薩萨蔣蒋慮虑虛虚蟻蚁螞蚂蠟蜡襲袭襯衬褲裤計计討讨訓训許许評评識识説说讀读誼谊謊谎謂谓譜谱穀谷貢贡責责賢贤販贩貪贪貧贫貫贯貴贵貿贸賀贺賊贼賈贾資资賦赋賭赌賞赏賠赔賴赖賽赛贊赞讚赞贛赣趙赵趨趋躍跃踐践蹤踪軌轨輪轮轎轿輔辅輛辆輩辈遼辽遷迁邁迈進进遜逊遞递邏逻遺遗鄧邓鄭郑鄲郸醬酱鑒鉴鑑鉴針针釘钉" +
        "鋼钢鑰钥鈴铃銅铜鏟铲鍋锅錫锡鍵键鎮镇鏡镜閃闪閒闲閑闲悶闷聞闻闊阔陳陈隱隐霧雾韓韩頂顶項项順顺顏颜飄飘餅饼驅驱罵骂驟骤騷骚魚鱼魯鲁鮮鲜雞鸡鷄鸡鴨鸭鴻鸿鵝鹅麥麦黃黄龍龙唄呗內内戸户産产綫线衆众眾众麽么甚什妳你纔才佔占佈布併并並并迴回錶表祕秘註注託托捨舍採采昇升籤签卻却卽即旣既畧略羣群峯峰牀床啓启啟启淨净" +
        "凈净涼凉幹干乾干著着冇没慾欲嘆叹歎叹瑣琐喪丧廠厂擱搁僅仅僑侨偽伪僞伪側侧倉仓傳传傾倾儲储兇凶軍军冊册準准劇剧勵励勸劝匱匮廁厕厭厌縣县吳吴啞哑喬乔嚴严墳坟壯壮夥伙奮奋寢寝審审寶宝層层嶺岭幟帜廣广龐庞弔吊彎弯徑径懲惩懶懒懷怀擠挤擬拟攝摄攔拦敵敌曬晒棲栖殼壳毀毁漁渔濃浓灑洒潛潜燭烛燦灿牆墙狹狭獵猎瓊琼疊叠" +
        "癢痒皺皱睏困瞭了礦矿禪禅窪洼糞粪紗纱絲丝綠绿緯纬繡绣羨羡膚肤艙舱蔥葱蘭兰蝦虾詩诗誇夸諜谍諷讽譽誉豐丰貞贞贓赃蹟迹跡迹軸轴輝辉轟轰鄉乡醜丑釀酿鉤钩銳锐鍊炼鑽钻閣阁闆板陝陕隸隶雛雏靂雳韌韧頌颂頹颓餡馅駁驳鬥斗鬱郁魘魇鯨鲸鳥鸟鹹咸齒齿⼀一⼆二⼋八⼗十⽉月⽇日⽆无⽋欠⽤用○〇〸十〹廿〺卅卄廿";

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

    /// <summary>Without emoji beside words, which say nothing that the words do not; one by itself stays.</summary>
    public static string Faceless(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value < 0x1F000 && rune.Value is not (>= 0x2600 and <= 0x27BF))).Trim() is { Length: > 0 } words ? words : text;

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

    /// <summary>The whole text folded, for words that are looked for in it.</summary>
    public static string Folded(string text) => string.Concat(Cleaned.Text(text).Select(Fold));

    /// <summary>Whether a word stands whole in a text: “rent” is not in “currently”. Only its first place is looked at; capitals or not.</summary>
    public static bool Has(string text, string word) =>
        text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
        && (at == 0 || !char.IsAsciiLetter(word[0]) || !char.IsAsciiLetter(text[at - 1]))
        && (at + word.Length == text.Length || !char.IsAsciiLetter(word[^1]) || !char.IsAsciiLetter(text[at + word.Length]));

    /// <summary>As <see cref="Has"/>, of any of the words.</summary>
    public static bool HasAny(string text, string[] words) => Array.Exists(words, word => Has(text, word));

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
