using HieuHoc.PlanReading.Outline;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>Reads what is to be reached from the sections that say it.</summary>
internal sealed class TargetsReader(PlanPeriod? period, Doubts doubts)
{
    public IReadOnlyList<Target> Read(OutlineNode root)
    {
        var targets = new List<Target>();

        foreach (var node in root.Everything.Where(node => node.Section is SectionKind.Targets or SectionKind.GeneralAim))
        {
            var reader = new TargetTextReader(node, Milestones.Above(node), period, doubts);

            foreach (var text in node.Texts)
            {
                reader.Take(text, isTitle: ReferenceEquals(text, node.Heading) && node.Children.Count + node.Body.Count > 0);
            }

            targets.AddRange(reader.Targets);
        }

        return targets;
    }
}
