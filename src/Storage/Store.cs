using NodaTime;
using Ontime.Storage.Backups;
using Ontime.Storage.Postgres;
using Ontime.Storage.Sqlite;

namespace Ontime.Storage;

/// <summary>
/// Everything that is kept. Rows and bytes only: the store knows neither coach nor Telegram. Every member throws <see cref="StoreException"/>
/// where a person must act. A cancelled token stops a call that has not begun; a transaction that runs is finished.
/// </summary>
public abstract partial class Store : IAsyncDisposable
{
    /// <summary>How long an update id is remembered: Telegram keeps an update for 24 hours.</summary>
    public static readonly Duration HandledFor = Duration.FromHours(48);

    internal const string BotMeta = "bot_id";

    /// <summary>How long the audit keeps what was refused.</summary>
    public static readonly Duration RefusedFor = Duration.FromDays(90);

    /// <summary>How long a dead letter is kept.</summary>
    public static readonly Duration FailedFor = Duration.FromDays(90);

    /// <summary>How long it is kept who met which fate, after the time of a broadcast is over; afterwards only how many.</summary>
    public static readonly Duration CastFor = Duration.FromDays(30);

    /// <summary>How long an edition keeps its content that nobody may go back to.</summary>
    public static readonly Duration EditionFor = Duration.FromDays(30);

    /// <summary>Opens the file, makes it and its directory where they are missing, and holds it alone until disposed.</summary>
    /// <exception cref="StoreException">The file cannot be used, or it is encrypted with a key that is not among these.</exception>
    public static Task<Store> OpenAsync(string path, Seal seal, CancellationToken cancellationToken) =>
        SqliteStore.OpenFileAsync(path, seal, cancellationToken);

    /// <summary>As the other one, without encryption.</summary>
    public static Task<Store> OpenAsync(string path, CancellationToken cancellationToken) => OpenAsync(path, Seal.None, cancellationToken);

    /// <summary>Opens a file that is there only to look into it, beside a process that holds it too. Every write throws.</summary>
    public static Task<Store> OpenToReadAsync(string path, Seal seal, CancellationToken cancellationToken) =>
        SqliteStore.LookIntoAsync(path, seal, cancellationToken);

    /// <summary>Opens a PostgreSQL database, of which several processes may use one store, and makes or brings forward its tables.</summary>
    /// <param name="connectionString">Npgsql's form. It may hold a password; no message repeats it.</param>
    /// <exception cref="StoreException">The database cannot be used, or it is encrypted with a key that is not among these.</exception>
    public static Task<Store> OpenPostgresAsync(string connectionString, Seal seal, CancellationToken cancellationToken) =>
        PostgresStore.OpenServerAsync(connectionString, seal, cancellationToken);

    /// <summary>Opens a PostgreSQL store that is there only to look into it. Every write throws.</summary>
    public static Task<Store> OpenPostgresToReadAsync(string connectionString, Seal seal, CancellationToken cancellationToken) =>
        PostgresStore.LookIntoAsync(connectionString, seal, cancellationToken);

    /// <summary>As the other one, of a store file that another process may hold. Needs no key.</summary>
    public static Task BackupAsync(string path, string file, CancellationToken cancellationToken) =>
        SqliteStore.BackupAsync(path, file, replace: false, cancellationToken);

    /// <summary>Puts a backup in the place of a store file that nobody holds.</summary>
    /// <exception cref="StoreException">The backup is damaged, foreign, or of another bot; or the store is in use. Nothing was changed.</exception>
    public static Task<Restored> RestoreAsync(string path, RestoreOrder order, CancellationToken cancellationToken) =>
        SqliteRestore.RunAsync(path, order, cancellationToken);

    /// <summary>Puts a backup in the place of what stands in a PostgreSQL database that no bot uses. That is backed up before.</summary>
    /// <param name="folder">Where that backup goes, and what is needed on the way.</param>
    /// <exception cref="StoreException">As above.</exception>
    public static Task<Restored> RestorePostgresAsync(string connectionString, RestoreOrder order, string folder, CancellationToken cancellationToken) =>
        PostgresRestore.RunAsync(connectionString, order, folder, cancellationToken);

    /// <summary>An empty store that is gone when disposed.</summary>
    public static Store InMemory() => SqliteStore.OpenMemory();

    /// <summary>Which of several processes on this store polls, wakes and sends.</summary>
    public abstract Lease Lease { get; }

    /// <summary>How the one that sends hears of what the others committed.</summary>
    public abstract Feed Feed { get; }

    /// <summary>
    /// One durable transaction: lock the members, drop update ids already handled, load, decide, write, commit.
    /// </summary>
    /// <param name="decide">Pure and quick; called once, on the store's own thread. What it throws undoes everything and reaches the caller.</param>
    public abstract Task<Turned<T>> TurnAsync<T>(
        TurnRequest request, Func<TurnLoad, (TurnWrite Write, T Result)> decide, CancellationToken cancellationToken);

    /// <summary>Delivery records that go alone.</summary>
    public abstract Task RecordAsync(Deliveries deliveries, CancellationToken cancellationToken);

    /// <summary>Rows not settled with an id above <paramref name="after"/>, ascending: how the outbox is read back.</summary>
    public abstract Task<IReadOnlyList<OutboxRow>> PendingAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Members whose moment has come, the longest waiting first.</summary>
    public abstract Task<IReadOnlyList<(long ChatId, Instant DueAt)>> DueAsync(Instant now, int limit, CancellationToken cancellationToken);

    /// <summary>Whoever waits for a later moment waits for this one: where nobody knows which of the moments are true.</summary>
    public abstract Task DueNowAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>How many members stand at each step, by the column beside the document; whoever has nothing open is left out.</summary>
    public abstract Task<IReadOnlyList<(string Step, long Members)>> StepsAsync(CancellationToken cancellationToken);

    public abstract Task<MemberRow?> MemberAsync(long chatId, CancellationToken cancellationToken);

    /// <summary>The whole history of a chat, oldest first.</summary>
    public abstract Task<IReadOnlyList<EventRow>> EventsAsync(long chatId, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<PostRow>> PostsAsync(long chatId, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    public abstract Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Keeps a set of dialogs and gives its id; one with the same bytes is not kept twice. Does not move the pointer.</summary>
    public abstract Task<(long Id, bool Added)> AddEditionAsync(byte[] content, Instant now, CancellationToken cancellationToken);

    /// <summary>Puts an edition in force, from the next transaction on. An unknown id throws <see cref="ArgumentException"/>.</summary>
    public abstract Task MoveEditionAsync(long id, CancellationToken cancellationToken);

    /// <summary>Null: there is none with this id, or its content was given up.</summary>
    public abstract Task<Edition?> EditionAsync(long id, CancellationToken cancellationToken);

    /// <summary>Ids and moments of all editions, newest first, without content.</summary>
    public abstract Task<IReadOnlyList<(long Id, Instant At)>> EditionsAsync(CancellationToken cancellationToken);

    /// <summary>The edition in force; null: none yet.</summary>
    public abstract Task<long?> CurrentEditionAsync(CancellationToken cancellationToken);

    /// <summary>Null: never set.</summary>
    public abstract Task<string?> MetaAsync(string name, CancellationToken cancellationToken);

    public abstract Task SetMetaAsync(string name, string value, CancellationToken cancellationToken);

    /// <summary>Sets it only where it was never set; gives what stands there now.</summary>
    public abstract Task<string> FirstMetaAsync(string name, string value, CancellationToken cancellationToken);

    /// <summary>Makes this the store of one bot: the first claim counts, another bot's is refused with a <see cref="StoreException"/>.</summary>
    public async Task ClaimAsync(long botId, CancellationToken cancellationToken)
    {
        var owner = await FirstMetaAsync(BotMeta, $"{botId}", cancellationToken);
        if (owner != $"{botId}")
        {
            throw new StoreException(
                $"This store belongs to bot {owner}; bot {botId} is refused. Use the token of bot {owner}, or name another store in Storage:Path or Storage:Postgres.");
        }
    }

    /// <summary>The bot whose store this is; null: no bot's.</summary>
    public Task<string?> OwnerAsync(CancellationToken cancellationToken) => MetaAsync(BotMeta, cancellationToken);

    /// <summary>
    /// Forgets what its time is over for: update ids, refusals in the audit, dead letters, who met which fate of a broadcast. Gives the number of
    /// update ids. Throws a <see cref="StoreException"/> as well where all of this was done but the store is in trouble that somebody has to see to.
    /// </summary>
    public abstract Task<int> PruneAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>
    /// Gives up the content of editions older than <see cref="EditionFor"/>, but not of the one in force and of these. That they were known is kept,
    /// so that a start with such files does not put them in force; kept anew they are as before.
    /// </summary>
    public abstract Task PruneEditionsAsync(IReadOnlyList<long> keep, Instant now, CancellationToken cancellationToken);

    public abstract Task<StoreHealth> HealthAsync(CancellationToken cancellationToken);

    /// <summary>Writes a consistent copy of everything into one SQLite file, while the store works. Encrypted cells stay encrypted.</summary>
    /// <param name="replace">False: a file that is there is refused.</param>
    /// <exception cref="StoreException">The copy could not be written; nothing of it is left.</exception>
    public abstract Task BackupAsync(string file, bool replace, CancellationToken cancellationToken);

    /// <summary>Who was forgotten, the longest ago first.</summary>
    /// <param name="unlisted">Only those not noted by <see cref="ListedAsync"/>.</param>
    public abstract Task<IReadOnlyList<ForgottenRow>> ForgottenAsync(bool unlisted, CancellationToken cancellationToken);

    /// <summary>Notes that these stand in the list outside of the store.</summary>
    public abstract Task ListedAsync(IReadOnlyList<ForgottenRow> rows, CancellationToken cancellationToken);

    /// <summary>What is said to many.</summary>
    public abstract Broadcasts Broadcasts { get; }

    /// <summary>What an admin looks at.</summary>
    public abstract Statistics Statistics { get; }

    public abstract ValueTask DisposeAsync();
}
