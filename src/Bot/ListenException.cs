using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Ontime.Bot;

/// <summary>Nothing can listen at an address that the settings name.</summary>
internal sealed class ListenException(string key, Uri address)
    : Exception($"{key}: nothing can listen at {address}. Another program does, or the address is not this machine's.")
{
    public static async Task<T> TryAsync<T>(string key, Uri address, Func<Task<T>> start)
    {
        try
        {
            return await start();
        }
        catch (Exception trouble) when (trouble is SocketException or IOException { InnerException: AddressInUseException })
        {
            throw new ListenException(key, address);
        }
    }
}
