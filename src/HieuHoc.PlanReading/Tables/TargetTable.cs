using System.Text.RegularExpressions;
using HieuHoc.PlanReading.Content;
using HieuHoc.PlanReading.Frame;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Tables;

/// <summary>Reads "Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2030": a target for each row and year.</summary>
internal static partial class TargetTable
{
    private static readonly PhraseSet Results = WordLists.Set("resultColumns");

    public static IReadOnlyList<Target> Read(TableText table)
    {
        var (subject, unit) = (table.Column("targetColumns"), table.Column("unitColumns"));
        var years = table.Headings.Index().Where(cell => cell.Index != subject && !Results.IsIn(Fold.Of(cell.Item))).Select(cell => (cell.Index, Period: Period(cell.Item))).Where(cell => cell.Period is not null).ToList();

        return subject is null
            ? []
            : [.. from row in table.Rows
                  from year in years
                  let target = Target(table, row, subject.Value, unit, year.Index, year.Period!) // filtered above
                  where target is not null
                  select target];
    }

    private static Target? Target(TableText table, IReadOnlyList<SourceSpan> row, int subject, int? unit, int column, PlanPeriod period)
    {
        var (name, cell, measure) = (table.Text(row, subject), table.Text(row, column), table.Text(row, unit));
        var match = Value().Match(cell);

        if (name.Length == 0 || !match.Success || Numbers.Of(match.Groups["number"].Value) is not { } value)
        {
            return null;
        }

        var isPercent = cell.Contains('%', StringComparison.Ordinal) || measure.Contains('%', StringComparison.Ordinal) || name.Contains("(%)", StringComparison.Ordinal);
        var qualifier = match.Groups["least"].Success ? TargetQualifier.AtLeast : match.Groups["most"].Success ? TargetQualifier.AtMost : TargetQualifier.Exact;

        return new(table.Clause, name, isPercent ? TargetKind.Percent : TargetKind.Count, value, qualifier, period.To, period.From == period.To ? null : period.From, null, null, row[0].To(row[^1]));
    }

    private static PlanPeriod? Period(string heading) =>
        PeriodReader.In(heading) ?? (BareYear().Match(heading) is { Success: true } year && int.TryParse(year.ValueSpan, out var number) ? new PlanPeriod(number, number) : null);

    [GeneratedRegex(@"^(?<least>≥|>|trên|ít nhất|tối thiểu)?(?<most>≤|<|dưới)?\s*(?<number>\d[\d.,]*)\s*%?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Value();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex BareYear();
}
