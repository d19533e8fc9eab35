namespace Ontime.Storage;

/// <summary>Which cells of which rows are sealed. Every engine opens what it reads and closes what it writes by these, and does nothing else about it.</summary>
internal static class SealedRows
{
    private const string Members = "members", Events = "events", Outbox = "outbox";

    public static MemberRow Open(this Seal seal, MemberRow row) => seal.Works ? row with { Document = seal.Open(Members, row.ChatId, row.Document) } : row;

    public static EventRow Open(this Seal seal, EventRow row) => seal.Works ? row with { Data = seal.Open(Events, row.ChatId, row.Data) } : row;

    public static OutboxRow Open(this Seal seal, OutboxRow row) => seal.Works ? row with { Body = seal.Open(Outbox, row.ChatId, row.Body) } : row;

    /// <summary>For what is done for many at once: a damaged cell is left sealed, so that its reader fails over this row and not over all.</summary>
    public static MemberRow OpenOrLeave(this Seal seal, MemberRow row) => OrLeave(row, seal.Open);

    public static OutboxRow OpenOrLeave(this Seal seal, OutboxRow row) => OrLeave(row, seal.Open);

    public static MemberRow Close(this Seal seal, MemberRow row) => seal.Works ? row with { Document = seal.Close(Members, row.ChatId, row.Document) } : row;

    public static EventRow Close(this Seal seal, EventRow row) => seal.Works ? row with { Data = seal.Close(Events, row.ChatId, row.Data) } : row;

    public static OutboxRow Close(this Seal seal, OutboxRow row) => seal.Works ? row with { Body = seal.Close(Outbox, row.ChatId, row.Body) } : row;

    private static T OrLeave<T>(T row, Func<T, T> open)
    {
        try
        {
            return open(row);
        }
        catch (StoreException damage) when (damage.OneCell)
        {
            return row;
        }
    }
}
