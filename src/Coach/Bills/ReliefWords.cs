using Ontime.Dialogs;

namespace Ontime.Bills;

/// <summary>Who is owed, and how to speak to them: a lender has a service in its app, a landlord is a person.</summary>
internal static class ReliefWords
{
    /// <param name="bill">Null: it is not known which one.</param>
    public static Line Bill(Talk talk, Bill? bill) => bill switch
    {
        null => talk.Line("relief.any"),
        { Kind: BillKind.Rent } => talk.Line("relief.mine", ("bill", BillBindings.Word(talk, BillKind.Rent))),
        { Name: not null } => talk.Line("relief.bill", ("bill", BillBindings.Name(talk, bill))),
        _ => talk.Line("relief.mine", ("bill", BillBindings.Name(talk, bill))),
    };

    public static Line Whom(Talk talk, Bill? bill) => bill switch
    {
        null => talk.Line("relief.lender"),
        { Kind: BillKind.Rent } => talk.Line("relief.whom_rent"),
        { Kind: BillKind.Utility } => talk.Line("relief.whom_utility"),
        { Kind: BillKind.Other } => talk.Line("relief.whom_other"),
        { Kind: BillKind.Loan, Name: null } => talk.Line("relief.lender"),
        _ => talk.Line("relief.whom", ("bill", BillBindings.Name(talk, bill))),
    };

    public static string Where(Bill? bill) => bill?.Kind switch
    {
        BillKind.Rent => "relief.where_rent",
        BillKind.Utility or BillKind.Other => "relief.where_other",
        _ => "relief.where",
    };

    public static string Close(Bill? bill) => bill?.Kind switch
    {
        BillKind.Rent => "relief.close_rent",
        BillKind.Utility or BillKind.Other => "relief.close_other",
        _ => "relief.close",
    };

    public static string Refused(Bill? bill) => bill?.Kind switch
    {
        BillKind.Rent => "relief.writing_rent",
        BillKind.Utility or BillKind.Other => "relief.writing_other",
        _ => "relief.writing",
    };
}
