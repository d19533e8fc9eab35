using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Ontime.Storage;

/// <summary>
/// Encrypts single cells with AES-256-GCM: what a person's rows say cannot be read without the key, nor moved to another person or table unseen.
/// A sealed cell is mark (1 byte), key id (4), nonce (12), tag (16), data. The first key seals, all open. Without keys cells stay as they are.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process, and its keys do so anyway.")]
public sealed class Seal
{
    /// <summary>Begins no UTF-8 text, so that cells from before the first key are told apart.</summary>
    private const byte Mark = 0xFF;
    private const int KeySize = 32, IdSize = 4, NonceSize = 12, TagSize = 16, HeadSize = 1 + IdSize, Added = HeadSize + NonceSize + TagSize;

    private readonly List<Key> keys;

    /// <param name="keys">32 bytes each; the first one seals.</param>
    public Seal(IReadOnlyList<byte[]> keys) => this.keys = [.. keys.Select(secret => new Key(secret))];

    /// <summary>Leaves every cell as it is.</summary>
    public static Seal None { get; } = new([]);

    /// <summary>True: there are keys.</summary>
    public bool Works => keys.Count > 0;

    /// <summary>The id of the key that seals, in hexadecimal; empty without one. Tells nothing about the key.</summary>
    internal string CurrentId => Works ? Convert.ToHexStringLower(keys[0].Id) : "";

    /// <summary>The id of the key that sealed this, in hexadecimal; null: nobody sealed it.</summary>
    internal static string? IdOf(ReadOnlySpan<byte> cell) =>
        cell.Length >= Added && cell[0] == Mark ? Convert.ToHexStringLower(cell[1..HeadSize]) : null;

    internal bool Knows(string id) => keys.Exists(key => Convert.ToHexStringLower(key.Id) == id);

    internal byte[] Close(string table, long chatId, byte[] plain)
    {
        if (!Works || IdOf(plain) is not null)
        {
            // Sealed already: it was damaged, and left as it was.
            return plain;
        }

        var cell = new byte[Added + plain.Length];
        cell[0] = Mark;
        keys[0].Id.CopyTo(cell, 1);
        RandomNumberGenerator.Fill(Nonce(cell));
        keys[0].Encrypt(plain, cell, Owner(table, chatId, stackalloc byte[64]));
        return cell;
    }

    /// <exception cref="StoreException">The cell was sealed with a key that is not here, or is damaged.</exception>
    internal byte[] Open(string table, long chatId, byte[] cell)
    {
        if (!Works || IdOf(cell) is not { } id)
        {
            return cell;
        }

        var key = keys.Find(key => key.Id.AsSpan().SequenceEqual(cell.AsSpan(1, IdSize)))
            ?? throw new StoreException($"A cell of the table {table} is sealed with key {id}, which is not in Storage:Key. Add that key behind the first.");
        var plain = new byte[cell.Length - Added];
        try
        {
            key.Decrypt(cell, plain, Owner(table, chatId, stackalloc byte[64]));
            return plain;
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new StoreException($"A cell of the table {table} of chat {chatId} was changed from outside, or is damaged. Put a backup in its place.", inner: fault) { OneCell = true };
        }
    }

    /// <summary>As base64, for a cell that is text.</summary>
    internal string CloseText(string table, long chatId, byte[] plain) => Convert.ToBase64String(Close(table, chatId, plain));

    /// <exception cref="StoreException">The text is no cell.</exception>
    internal byte[] OpenText(string table, long chatId, string cell)
    {
        var bytes = new byte[cell.Length];
        return Convert.TryFromBase64String(cell, bytes, out var length)
            ? Open(table, chatId, bytes[..length])
            : throw new StoreException($"A cell of the table {table} is damaged. Put a backup in its place.");
    }

    private static Span<byte> Nonce(Span<byte> cell) => cell.Slice(HeadSize, NonceSize);

    private static Span<byte> Tag(Span<byte> cell) => cell.Slice(HeadSize + NonceSize, TagSize);

    /// <summary>What a cell is bound to.</summary>
    private static ReadOnlySpan<byte> Owner(string table, long chatId, Span<byte> room)
    {
        BinaryPrimitives.WriteInt64LittleEndian(room, chatId);
        return room[..(sizeof(long) + Encoding.UTF8.GetBytes(table, room[sizeof(long)..]))];
    }

    /// <summary>One key. The system's cipher object serves one thread at a time.</summary>
    private sealed class Key(byte[] secret)
    {
        private readonly AesGcm cipher = new(secret.Length == KeySize ? secret : throw new ArgumentException("A key has 32 bytes.", nameof(secret)), TagSize);
        private readonly Lock gate = new();

        public byte[] Id { get; } = SHA256.HashData([.. "ontime key id"u8, .. secret])[..IdSize];

        public void Encrypt(ReadOnlySpan<byte> plain, Span<byte> cell, ReadOnlySpan<byte> owner)
        {
            lock (gate)
            {
                cipher.Encrypt(Nonce(cell), plain, cell[Added..], Tag(cell), owner);
            }
        }

        public void Decrypt(Span<byte> cell, Span<byte> plain, ReadOnlySpan<byte> owner)
        {
            lock (gate)
            {
                cipher.Decrypt(Nonce(cell), cell[Added..], Tag(cell), plain, owner);
            }
        }
    }
}
