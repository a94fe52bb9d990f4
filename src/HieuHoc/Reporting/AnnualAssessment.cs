using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;

namespace HieuHoc.Reporting;

/// <summary>What was reached and what was missed: which targets, by how much, and which communes are furthest behind.</summary>
internal sealed class AnnualAssessment(AnnualFacts facts, Texts texts)
{
    private const int Named = 5;

    private readonly TargetWords words = new(texts, "vi", (indicator, printed) => PaperNumbers.Value(indicator, printed, texts));

    /// <summary>The targets by how their next milestone stands; those that nobody was asked for are left out.</summary>
    public IEnumerable<Block> Build()
    {
        var standing = facts.Targets.Where(target => !target.IsUnasked)
            .Select(target => (target.Target, Milestone: Next(target)))
            .ToLookup(target => target.Milestone.Progress);

        foreach (var progress in new[] { Progress.Met, Progress.OnTrack, Progress.NotMet, Progress.Behind, Progress.CannotSay }.Where(standing.Contains))
        {
            yield return new Paragraph(Say($"report.assessment.{progress}", ("count", standing[progress].Count())));

            foreach (var (target, milestone) in standing[progress])
            {
                yield return new Bullet(Item(target, milestone));
            }
        }
    }

    /// <summary>The milestone that the year is measured by: the first that is not over, or the last one.</summary>
    private JudgedMilestone Next(JudgedTarget target) =>
        target.Milestones.FirstOrDefault(milestone => milestone.Milestone.Year >= facts.Year) ?? target.Milestones[^1];

    private string Item(TargetDefinition target, JudgedMilestone milestone)
    {
        var heading = Say(
            "report.assessment.target", ("target", target.Title.Vi), ("milestone", words.Milestone(milestone.Reading?.Indicator, milestone.Milestone)));

        return string.Join(' ', new[] { heading, Value(milestone), words.Survey(milestone), Furthest(milestone) }.OfType<string>());
    }

    private string? Value(JudgedMilestone milestone) => milestone switch
    {
        { Reading.Indicator: var indicator, Value: { } value, Missing: { } missing } => Say(
            indicator.Direction is Direction.Up ? "report.assessment.short" : "report.assessment.short.down",
            ("value", PaperNumbers.Value(indicator, value, texts)),
            ("year", milestone.Year.ToString(CultureInfo.InvariantCulture)),
            ("short", PaperNumbers.Difference(indicator, missing, texts))),
        { Reading.Indicator: var indicator, Value: { } value } => Say(
            "report.target.value", ("value", PaperNumbers.Value(indicator, value, texts)), ("year", milestone.Year.ToString(CultureInfo.InvariantCulture))),
        { Unsaid: { } unsaid } => Say(
            $"report.target.{unsaid}",
            ("year", milestone.Year.ToString(CultureInfo.InvariantCulture)),
            ("reported", milestone.Reading?.Reported),
            ("expected", milestone.Reading?.Expected)),
        _ => null,
    };

    /// <summary>The communes that pull a missed target down; null where it is reached, or counted of places that are not ranked.</summary>
    private string? Furthest(JudgedMilestone milestone)
    {
        if (milestone is not { Progress: Progress.NotMet or Progress.Behind, Reading: { Level: PlaceLevel.Commune, Indicator: { Each: null } indicator } reading })
        {
            return null;
        }

        var names = facts.CommuneNames;
        var sign = indicator.Direction is Direction.Up ? 1 : -1;
        var last = reading.Communes.Where(commune => commune.Value is not null && names.ContainsKey(commune.PlaceId))
            .OrderBy(commune => sign * commune.Value)
            .ThenBy(commune => names[commune.PlaceId], Vietnamese.Order)
            .Take(Named)
            .Select(commune => $"{names[commune.PlaceId]} ({PaperNumbers.Value(indicator, commune.Value!.Value, texts)})")
            .ToList();

        return last.Count == 0 ? null : Say("report.assessment.furthest", ("places", string.Join("; ", last)));
    }

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
