using System.Text;
using HieuHoc.Places;

namespace HieuHoc.Register;

/// <summary>What a village is called: its kind as people there say it (thôn, bản, tổ dân phố …) and its name.</summary>
public sealed record VillageName
{
    private const int Longest = 80;

    private VillageName(string kind, string name) => (Kind, Name) = (kind, name);

    /// <summary>In small letters.</summary>
    public string Kind { get; }

    /// <summary>Without the kind.</summary>
    public string Name { get; }

    /// <summary>With the kind: "Thôn Đông Hà".</summary>
    public string FullName => $"{char.ToUpperInvariant(Kind[0])}{Kind[1..]} {Name}";

    /// <summary>Reads what was typed; null when a part is empty, too long or of more than one line.</summary>
    public static VillageName? Of(string kind, string name)
    {
        var (cleanKind, cleanName) = (Clean(kind).ToLowerInvariant(), Clean(name));

        return IsPlain(cleanKind) && IsPlain(cleanName) ? new VillageName(cleanKind, cleanName) : null;
    }

    /// <summary>The row of the name from a day on.</summary>
    internal PlaceName Row(int placeId, DateOnly from, string? legalBasis) => new()
    {
        PlaceId = placeId,
        ValidFrom = from,
        Name = Name,
        FullName = FullName,
        Kind = Kind,
        Folded = SearchKey.Of(FullName),
        LegalBasis = legalBasis,
    };

    private static string Clean(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static bool IsPlain(string text) => text.Length is > 0 and <= Longest && !text.Any(char.IsControl);
}
