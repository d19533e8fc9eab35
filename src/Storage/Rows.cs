using NodaTime;

namespace Ontime.Storage;

/// <summary>
/// One person: a document beside what must be searched. Instants are kept to the millisecond, rounded down.
/// </summary>
/// <param name="ChatId">Telegram's chat id; up to 52 bits, negative for groups.</param>
/// <param name="Version">Counts the writes: 1 for a new member. A write carries the version it makes, that is the stored one + 1.</param>
/// <param name="Document">The member's state, opaque to the store.</param>
/// <param name="DueAt">The next moment this member waits for; null: none. Indexed, so a write that leaves it alone is cheaper.</param>
/// <param name="SeenDay">The day of the last sign of life; years 1 to 9999.</param>
public sealed record MemberRow(
    long ChatId, long Version, byte[] Document, Instant? DueAt, string Status, string Language, string Step, LocalDate? SeenDay)
{
    /// <summary>Bits by which groups of members are counted; their meaning is the writer's.</summary>
    public int Traits { get; init; }
}

/// <summary>Something that happened to a member; never changed, erased only with everything else of the chat.</summary>
/// <param name="Version">The member's version that the event belongs to.</param>
/// <param name="N">The event's place among those of one version, from 0.</param>
public sealed record EventRow(long ChatId, long Version, int N, Instant At, string Kind, byte[] Data);

/// <summary>Something to be sent. The row is there as long as it is not settled: a settled one is erased.</summary>
/// <param name="Id">Given by the store, ascending, never used twice; 0 in a row not stored yet.</param>
/// <param name="Lane">A smaller number goes first; its meaning is the sender's.</param>
/// <param name="Until">Past it the row is not worth sending; null: always.</param>
/// <param name="About">What the row is about, for taking it back; null: it cannot be taken back.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="State">The sender's own mark between two attempts; null: none.</param>
public sealed record OutboxRow(
    long Id, long ChatId, int Lane, byte[] Body, Instant At, Instant? Until, string? About, int Attempts, string? State);

/// <summary>The message that stands in a chat under a name.</summary>
/// <param name="MessageId">Telegram's message id; null in a write: the name is forgotten.</param>
public sealed record PostRow(long ChatId, string Name, long? MessageId);

/// <summary>An input that could not be handled. It never holds a person's words.</summary>
/// <param name="Kind">The kind of the input.</param>
/// <param name="Step">The step the member stood at; null: unknown.</param>
/// <param name="Fault">The exception's type and place, not its message: a message can quote a person.</param>
public sealed record DeadLetter(Instant At, long ChatId, long? UpdateId, string Kind, string? Step, string Fault)
{
    /// <summary>Given by the store; 0 in one not stored yet.</summary>
    public long Id { get; init; }
}

/// <summary>One line of the audit. Kept when its people are erased, without them; see <see cref="TurnWrite.Audit"/>.</summary>
/// <param name="By">Who ordered it, or tried to.</param>
/// <param name="About">Whom it concerns; null: nobody, or somebody who is erased by now.</param>
/// <param name="Refused">True: who tried it had no right to. Forgotten after <see cref="Store.RefusedFor"/>.</param>
public sealed record AuditRow(Instant At, long By, string What, long? About, bool Refused);

/// <summary>Somebody who was forgotten, without saying who.</summary>
/// <param name="Hash">A keyed hash of the chat id, 16 bytes.</param>
/// <param name="At">When; the last time, where it was several times.</param>
public sealed record ForgottenRow(byte[] Hash, Instant At);

/// <summary>One set of dialogs, as it was read.</summary>
public sealed record Edition(long Id, Instant At, byte[] Content);

/// <summary>What a health check asks.</summary>
/// <param name="Outbox">Rows not settled yet.</param>
/// <param name="Oldest">When the oldest of them was written; null: there is none.</param>
public sealed record StoreHealth(long Outbox, Instant? Oldest, long DeadLetters)
{
    /// <summary>What somebody has to see to though the store works, as a sentence; null: nothing.</summary>
    public string? Trouble { get; init; }
}
