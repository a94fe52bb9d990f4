using HieuHoc.PlanReading.Frame;
using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>Until when something is to be reached: by the words beside the value, the sentence, the headings above, or the plan as a whole.</summary>
internal static class Milestones
{
    /// <summary>What the headings above an item say, the nearest first.</summary>
    public static PlanPeriod? Above(OutlineNode node) =>
        node.Ancestors.Prepend(node).Where(above => !above.Heading.IsEmpty && SectionReader.IsTitle(above.Heading.Text) && (above != node || node.Children.Count + node.Body.Count > 0))
            .Select(above => PeriodReader.In(above.Heading.Text))
            .FirstOrDefault(period => period is not null);

    public static PlanPeriod? In(Tokens tokens, int from, int to) => from < to ? PeriodReader.In(tokens.Between(from, to).Text) : null;

    /// <summary>What stands behind the value up to the next sign, else before it back to the last one.</summary>
    public static PlanPeriod? Beside(Tokens tokens, Anchor anchor, int from, int to)
    {
        var end = anchor.End;

        while (end < to && !IsComma(tokens, end))
        {
            end++;
        }

        var start = anchor.At;

        while (start > from && !IsComma(tokens, start - 1))
        {
            start--;
        }

        return In(tokens, start, anchor.At) ?? In(tokens, anchor.End, end);
    }

    private static bool IsComma(Tokens tokens, int i) => tokens[i].Depth == 0 && (tokens.Is(i, ",") || tokens.Is(i, ";") || tokens.Is(i, "và"));
}
