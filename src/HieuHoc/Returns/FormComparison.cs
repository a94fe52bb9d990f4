using System.Globalization;
using System.Text.Json.Serialization;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

/// <summary>What makes a figure look odd although its own checks hold.</summary>
public enum ComparisonKind
{
    /// <summary>Far more or far fewer than a year before: over a share and over a number, both.</summary>
    Jump,

    /// <summary>All that is answered of the cells equals what stood there a year before.</summary>
    CopyOfLastYear,

    /// <summary>A part that is all of its whole.</summary>
    ExactlyWhole,

    /// <summary>One digit, again and again.</summary>
    EqualDigits,

    /// <summary>A share far from that of the communes alike.</summary>
    FarFromAlike,
}

/// <summary>A way in which figures may look odd, and from where on they do: what it finds asks a reason, and blocks nothing that has one.</summary>
public sealed record FormComparison
{
    public required string Code { get; init; }

    public required ComparisonKind Kind { get; init; }

    /// <summary>What it looks for, in words.</summary>
    public required LocalText Title { get; init; }

    /// <summary>The cells that it watches: those of a copy together, all others each by itself.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>The cell of which those watched are parts; null where none is.</summary>
    public string? Whole { get; init; }

    /// <summary>Of a jump the share of last year's number, in percent, that it is over.</summary>
    public decimal? Percent { get; init; }

    /// <summary>
    /// Of a jump the number that it is over, of a copy the fewest cells, of a whole the smallest of which it is said, of digits the
    /// fewest, of communes alike the fewest that are enough to compare with.
    /// </summary>
    public decimal? Least { get; init; }

    /// <summary>How many ranges between the quartiles beyond them a share is far.</summary>
    public decimal? Ranges { get; init; }

    /// <summary>What to do about it; null where the common request says enough.</summary>
    public LocalText? Sentence { get; init; }

    /// <summary>The item's own mark; null where that of the pack holds.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>True when it needs what stood in its cells a year before.</summary>
    [JsonIgnore]
    public bool LooksBack => Kind is ComparisonKind.Jump or ComparisonKind.CopyOfLastYear;

    /// <summary>Its limits, as a list shows them.</summary>
    [JsonIgnore]
    public string Limits => string.Join("; ", new (string Name, decimal? Value)[] { ("percent", Percent), ("least", Least), ("ranges", Ranges) }
        .Where(limit => limit.Value is not null)
        .Select(limit => string.Create(CultureInfo.InvariantCulture, $"{limit.Name} {limit.Value}")));

    /// <summary>The cells on which a finding beside one of them hangs; null where it is said beside none such.</summary>
    public IReadOnlyList<string>? CellsOf(string cell) => Kind is ComparisonKind.CopyOfLastYear
        ? cell == Cells[0] ? Cells : null
        : Cells.Contains(cell) ? [cell, .. Whole is null ? (IEnumerable<string>)[] : [Whole]] : null;
}

/// <summary>A reason that many places give, so that it is chosen and not typed.</summary>
public sealed record ReadyReason
{
    public required string Code { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>True when it says nothing without words of one's own.</summary>
    public bool NeedsWords { get; init; }
}
