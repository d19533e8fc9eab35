namespace Ontime.Typing;

/// <summary>Kinds of small spending, in the order dining, shopping, travel, transport, bills, health, other; “all” means the first three.</summary>
internal static class Categories
{
    private static readonly (string Id, Lexicon Words)[] Kinds =
    [
        ("dining", new("餐饮", "吃饭", "吃喝", "美食", "外卖", "餐厅", "饭店", "饭馆", "做饭", "下馆子", "聚餐", "吃的", "早饭", "午饭", "晚饭", "饭", "餐", "奶茶", "咖啡",
            "火锅", "小吃", "零食", "饮料", "饿了么", "美团外卖", "美团", "食堂", "肯德基", "麦当劳", "吃", "喝",
            "dining out", "dining", "eating out", "eating", "eat out", "eat", "restaurants", "restaurant", "food delivery", "food",
            "meals", "meal", "takeaway", "takeout", "take-out", "take-away", "coffee", "lunch", "dinner", "breakfast", "snacks",
            "drinks", "bubble tea", "cafes", "cafe")),
        ("shopping", new("购物", "网购", "网上买东西", "网上购物", "买东西", "买衣服", "衣服", "淘宝", "天猫", "京东", "拼多多", "唯品会", "抖音商城", "闲鱼", "逛街", "超市",
            "商场", "便利店", "日用品", "买菜", "剁手", "百货", "盒马",
            "online shopping", "shopping online", "shopping", "shop", "shops", "clothes", "clothing", "shoes", "taobao", "tmall",
            "amazon", "jd", "pinduoduo", "supermarket", "groceries", "grocery", "buying things", "buying stuff", "purchases")),
        ("travel", new("旅行", "旅游", "出游", "游玩", "酒店", "住宿", "民宿", "宾馆", "机票", "飞机票", "飞机", "景点", "门票", "度假", "携程", "飞猪", "去哪儿", "出差",
            "火车票", "高铁票", "坐高铁", "高铁", "火车",
            "travelling", "traveling", "travel", "trips", "trip", "hotels", "hotel", "flights", "flight", "vacations", "vacation",
            "holidays", "holiday", "tourism", "tickets", "train tickets", "trains", "airbnb", "plane tickets")),
        ("transport", new("出行交通", "交通出行", "交通", "出行", "打车", "滴滴", "地铁", "公交", "公交车", "坐车", "共享单车", "单车", "加油", "停车", "乘车", "transport",
            "transportation", "taxi", "taxis", "metro", "subway", "bus", "buses", "bike", "bikes", "didi", "uber", "commuting", "fuel",
            "petrol", "parking")),
        ("bills", new("生活缴费", "缴费", "水电煤", "水电费", "水电", "电费", "水费", "燃气费", "燃气", "话费", "充话费", "物业费", "物业", "网费", "宽带", "bills",
            "utilities", "utility bills", "phone bill", "electricity", "water", "gas")),
        ("health", new("医疗", "看病", "医院", "买药", "药店", "挂号", "体检", "药", "健康", "health", "medical", "medicine", "hospital", "doctor",
            "pharmacy", "doctors", "healthcare")),
        ("other", new("其他", "其它", "别的", "other", "others", "something else", "other things")),
    ];

    private static readonly Lexicon All = new("都有", "什么都有", "啥都有", "全都有", "全有", "全部", "全部都有", "全都", "都", "所有", "所有的", "三个都有", "三样都有",
        "三类都有", "三种都有", "三项都有", "都买过", "都用过", "全选", "all", "all of them", "all three", "everything", "all of the above", "every one",
        "every one of them", "all of these", "all 3");

    private static readonly Lexicon None = new("没有", "都没有", "没", "无", "一个都没有", "一样都没有", "全没有", "没用过", "都没用过", "什么都没有", "以上都没有", "都没",
        "none", "nothing", "none of them", "none of these", "none of the above", "no", "neither", "not any", "nope", "nothing at all");

    private static readonly Lexicon Links = new(
        "和", "与", "跟", "还有", "以及", "及", "或", "、", ",", "，", ";", "/", "+", "&", "|", "·", "-", "也", "也有", "都有", "都", "有", "主要是", "主要",
        "我", "就是", "就", "是", "买", "用", "的", "了", "吧", "啊", "什么", "之类", "等", "等等", "一些", "平时", "经常", "用过", "付过", "费用", "费", "消费", "类",
        "偶尔", "只有", "只", "点",
        "and", "or", "also", "plus", "some", "the", "a", "mostly", "mainly", "i", "pay", "for", "on", "use", "it", "my", "as well as",
        "as well", "too", "just", "only", "both", "stuff", "things", "etc", "etc.", "then", "well", "spend", "bought", "buy", ".");

    public static Typed? Read(string text)
    {
        var bare = text.TrimEnd('的', '了', '啊', '呀', '呢', '哦', '吧', '.');
        if (None.Contains(text) || None.Contains(bare))
        {
            return new Typed.Set([]);
        }

        if (All.Contains(text) || All.Contains(bare))
        {
            return new Typed.Set(["dining", "shopping", "travel"]);
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        var c = new Cursor(text);
        while (!c.End)
        {
            c.Blank();
            // The longest of all words, so that “吃饭” is not “吃” and something unknown.
            var (id, end) = (string.Empty, c.At);
            foreach (var (kind, words) in Kinds)
            {
                (id, end) = Longer(c, words, kind, id, end);
            }

            (id, end) = Longer(c, Links, string.Empty, id, end);
            if (end == c.At)
            {
                return c.End && found.Count > 0 ? Set(found) : null;
            }

            c.At = end;
            if (id.Length > 0)
            {
                found.Add(id);
            }
        }

        return found.Count > 0 ? Set(found) : null;
    }

    private static Typed.Set Set(HashSet<string> found) => new([.. Kinds.Select(k => k.Id).Where(found.Contains)]);

    private static (string Id, int End) Longer(Cursor c, Lexicon words, string kind, string id, int end)
    {
        var start = c.At;
        var better = c.Eat(words) is not null && c.At > end;
        var result = better ? (kind, c.At) : (id, end);
        c.At = start;
        return result;
    }
}
