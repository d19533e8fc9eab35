namespace Ontime.Storage;

/// <summary>Which cells of which rows are sealed. Every engine opens what it reads and closes what it writes by these, and does nothing else about it.</summary>
internal static class SealedRows
{
    private const string Members = "members", Events = "events", Outbox = "outbox";

    public static MemberRow Open(this Seal seal, MemberRow row) => seal.Works ? row with { Document = seal.Open(Members, row.ChatId, row.Document) } : row;

    public static EventRow Open(this Seal seal, EventRow row) => seal.Works ? row with { Data = seal.Open(Events, row.ChatId, row.Data) } : row;

    public static OutboxRow Open(this Seal seal, OutboxRow row) => seal.Works ? row with { Body = seal.Open(Outbox, row.ChatId, row.Body) } : row;

    public static MemberRow Close(this Seal seal, MemberRow row) => seal.Works ? row with { Document = seal.Close(Members, row.ChatId, row.Document) } : row;

    public static EventRow Close(this Seal seal, EventRow row) => seal.Works ? row with { Data = seal.Close(Events, row.ChatId, row.Data) } : row;

    public static OutboxRow Close(this Seal seal, OutboxRow row) => seal.Works ? row with { Body = seal.Close(Outbox, row.ChatId, row.Body) } : row;
}
