namespace HieuHoc.Platform.Packs;

/// <summary>A loaded version of a pack, kept word for word with its hash.</summary>
public sealed class Pack
{
    public required int Id { get; init; }

    /// <summary>The folder under <c>packs/</c>: places, elements, indicators, forms, programmes.</summary>
    public required string Kind { get; init; }

    public required string Code { get; init; }

    public required string Version { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    public required bool Confirmed { get; init; }

    public required bool Example { get; init; }

    /// <summary>The pack, as <c>id@version</c>, whose open fields it fills; null for a pack that stands alone.</summary>
    public string? Extends { get; init; }

    /// <summary>Of the JSON and of every file beside it, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime LoadedAt { get; init; }

    /// <summary>The JSON file as it was.</summary>
    public required string Content { get; init; }
}
