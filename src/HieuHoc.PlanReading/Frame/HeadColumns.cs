using System.Text.RegularExpressions;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Frame;

/// <summary>
/// Parts the lines of the head where two columns came one space apart: the agency before the motto, and the number before the place and
/// the day, whose own gaps ("Số:        /KH-UBND", left blank) are no gap between columns.
/// </summary>
internal static partial class HeadColumns
{
    private static readonly IReadOnlyList<string> Motto = [.. WordLists.Plain("motto").Select(Fold.Of)];

    public static IReadOnlyList<Line> Part(IReadOnlyList<Line> lines)
    {
        var left = new List<Line>();
        var right = new List<Line>();

        foreach (var line in lines)
        {
            var cut = Cut(line);
            var parted = cut > 0 ? [line.Mapped.Slice(0, cut).Trim(), line.Mapped.From(cut).Trim()] : NumberAlone().IsMatch(line.Text) ? [line.Mapped] : Columns.Part([line]).Select(part => part.Mapped).ToList();
            left.Add(new(parted[0], line.AfterGap, line.IsWhole));
            right.AddRange(parted.Skip(1).Select(part => new Line(part, line.AfterGap, line.IsWhole)));
        }

        return [.. left, .. right];
    }

    /// <summary>Where the right column begins; 0 where nothing tells it.</summary>
    private static int Cut(Line line)
    {
        var motto = Motto.Select(words => line.Folded.IndexOf(words, StringComparison.Ordinal)).Max();

        return motto > 0 ? motto : NumberAndDay().Match(line.Text) is { Success: true } both ? both.Groups["right"].Index : 0;
    }

    // "Số: 45/KH-UBND Đồng Hới, ngày 3 tháng 4 năm 2026", "Số:        /KH-UBND Đồng Hới, ngày     tháng 3 năm 2026".
    [GeneratedRegex(@"^Số\s*:?\s*[\d.]*\s*/\s*\S+\s+(?<right>\p{L}[^,]*,\s*ngày\b.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberAndDay();

    [GeneratedRegex(@"^Số\s*:?\s*[\d.]*\s*/\s*\S+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberAlone();
}
