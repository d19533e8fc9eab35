using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ontime.Storage;

/// <summary>Turns a chat id into what the list of the forgotten keeps of it. Every store has its own key, kept in its meta and in its backups.</summary>
internal sealed class ForgetKey(byte[] key)
{
    public const int Size = 32;
    private const int HashSize = 16, IdSize = 4;

    /// <summary>Tells lists of different stores apart, and nothing about the key.</summary>
    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData([.. "ontime forget key"u8, .. key])[..IdSize]);

    public byte[] Secret => key;

    public static byte[] Make() => RandomNumberGenerator.GetBytes(Size);

    public byte[] Hash(long chatId)
    {
        Span<byte> id = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(id, chatId);
        return HMACSHA256.HashData(key, id)[..HashSize];
    }
}
