using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HieuHoc.Platform.Keys;

namespace HieuHoc.Platform.Audit;

/// <summary>The one form in which rows and seals are hashed: the same on both engines, whatever they do to a JSON document.</summary>
internal static class AuditText
{
    private const string RowPurpose = "audit.row";
    private const string SealPurpose = "audit.seal";
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const int IdLength = 16;
    private const int HashLength = 32;

    /// <summary>Stands for a row that was gone before it could be sealed.</summary>
    public static byte[] NoRow { get; } = new byte[HashLength];

    public static byte[] HashOf(AuditEntry entry, KeyRing keys, int keyId) => keys.Seal(keyId, RowPurpose, Bytes(
        entry.Owner, entry.Id, Of(entry.At), entry.PersonId, entry.Change, entry.Record, Sorted(JsonNode.Parse(entry.Detail))?.ToJsonString()));

    public static byte[] HashOf(AuditSeal seal, byte[] before, KeyRing keys) => keys.Seal(seal.KeyId, SealPurpose, Bytes(
        Convert.ToHexString(before), seal.Owner, seal.Number, seal.Count, Convert.ToHexString(seal.Rows),
        Of(seal.FirstAt), Of(seal.LastAt), seal.CompleteAt is { } at ? Of(at) : null, Of(seal.SealedAt), seal.KeyId));

    /// <summary>The rows of a seal: id and hash, one after the other.</summary>
    public static byte[] Join(IEnumerable<(Guid Id, byte[] Hash)> rows) =>
        [.. rows.SelectMany(row => row.Id.ToByteArray(bigEndian: true).Concat(row.Hash))];

    /// <summary>The rows of a seal apart again.</summary>
    public static IReadOnlyList<(Guid Id, byte[] Hash)> Split(byte[] rows) =>
    [
        .. rows.Chunk(IdLength + HashLength).Where(row => row.Length == IdLength + HashLength)
            .Select(row => (new Guid(row.AsSpan(0, IdLength), bigEndian: true), row[IdLength..])),
    ];

    private static byte[] Bytes(params object?[] parts) => JsonSerializer.SerializeToUtf8Bytes(parts, Json.Compact);

    private static string Of(DateTime at) => at.ToString(Instant, CultureInfo.InvariantCulture);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
