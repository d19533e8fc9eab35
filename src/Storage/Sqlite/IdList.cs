namespace Ontime.Storage.Sqlite;

internal static class IdList
{
    /// <summary>As JSON, for json_each.</summary>
    public static string Cell(this IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";
}
