using System.Collections.Immutable;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>Who lends, as people shorten it: “刚还了招行的” is about no bill of anybody else.</summary>
internal static class Lenders
{
    private static readonly string[] Names =
        ["招行", "招商", "工行", "工商银行", "建行", "建设银行", "农行", "农业银行", "中行", "中国银行", "交行", "交通银行", "浦发", "中信", "光大", "民生", "兴业", "平安", "广发", "邮储", "华夏银行", "北京银行", "上海银行",
        "京东", "白条", "金条", "美团", "微粒贷", "微众", "度小满", "分期乐", "滴滴", "抖音", "拍拍贷", "cmb", "icbc", "ccb", "boc", "spdb", "citic", "hsbc", "amex", "paypal", "klarna"];

    /// <summary>True where the text names a lender of none of the bills.</summary>
    public static bool Other(ImmutableList<Bill> bills, string text) =>
        Array.Exists(Names, lender => Plain.Has(text, lender)) && !bills.Exists(bill => bill.Name is { } name && Same(name, text));

    /// <summary>True where a bill's name and the text name the same lender.</summary>
    public static bool Same(string name, string text) =>
        Plain.Folded(name) is var own && Array.Exists(Names, lender => Plain.Has(own, lender) && Plain.Has(text, lender));
}
