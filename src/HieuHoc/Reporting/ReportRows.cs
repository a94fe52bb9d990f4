using HieuHoc.Figures;

namespace HieuHoc.Reporting;

/// <summary>A commune or an agency in a row of the report's tables, and the elements that it was asked.</summary>
internal sealed record ReportRow(int Id, string Name, IReadOnlySet<string> Asked);

/// <summary>How many of those that were asked have a confirmed number.</summary>
internal sealed record Coverage(int Known, int Expected)
{
    public bool IsComplete => Known == Expected;
}

/// <summary>Those who stand in the rows of a table, with their confirmed numbers and the sums of these.</summary>
internal sealed class ReportRows(
    IReadOnlyList<ReportRow> all,
    IReadOnlyDictionary<string, ElementDefinition> elements,
    IReadOnlyDictionary<(int Subject, string Element), long> tallies)
{
    public IReadOnlyList<ReportRow> All => all;

    public ElementDefinition Element(string code) => elements[code];

    /// <summary>The confirmed value of one of them in the element's units; null when there is none.</summary>
    public long? Stored(int subject, string element) => tallies.TryGetValue((subject, element), out var value) ? value : null;

    /// <summary>The confirmed number of one of them; null when there is none.</summary>
    public decimal? Of(int subject, string element) => Stored(subject, element) is { } value ? elements[element].Natural(value) : null;

    /// <summary>The numbers together so far; null when nobody has one, and for what does not add up.</summary>
    public decimal? Sum(string element)
    {
        if (elements[element].OverSubjects is not OverSubjects.Sum)
        {
            return null;
        }

        var known = all.Select(row => Of(row.Id, element)).OfType<decimal>().ToList();

        return known.Count == 0 ? null : known.Sum();
    }

    /// <summary>How many are in the sum of an element, of those that were asked.</summary>
    public Coverage CoverageOf(string element)
    {
        var known = all.Count(row => Of(row.Id, element) is not null);
        var open = all.Count(row => row.Asked.Contains(element) && Of(row.Id, element) is null);

        return new Coverage(known, known + open);
    }

    /// <summary>The smallest and the largest coverage of these elements.</summary>
    public (Coverage Least, Coverage Most) CoverageOf(IEnumerable<string> codes)
    {
        var coverages = codes.Select(CoverageOf).OrderBy(coverage => coverage.Known).ToList();

        return coverages.Count == 0 ? (new Coverage(0, 0), new Coverage(0, 0)) : (coverages[0], coverages[^1]);
    }
}
