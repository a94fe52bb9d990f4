namespace HieuHoc.PlanReading.Text;

/// <summary>The text of a file with what its format says beyond the letters.</summary>
/// <param name="LinesAreWhole">Each line is a paragraph of its own, as in Word; else lines may have been broken at a margin.</param>
/// <param name="Boxes">What stands in text boxes, each behind the paragraph it is anchored to.</param>
/// <param name="Headings">The rank of the lines that a style makes headings (1 is the highest), by where they begin.</param>
internal sealed record SourceText(string Text, bool LinesAreWhole, IReadOnlyDictionary<int, int> Headings, IReadOnlyList<SourceTable> Tables, IReadOnlyList<SourceSpan> Boxes)
{
    public static SourceText Plain(string text) => new(text, false, new Dictionary<int, int>(), [], []);
}

/// <summary>A table of figures or duties, by rows of cells.</summary>
internal sealed record SourceTable(SourceSpan Span, IReadOnlyList<IReadOnlyList<SourceSpan>> Rows);
