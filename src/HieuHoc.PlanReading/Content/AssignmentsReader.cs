using HieuHoc.PlanReading.Outline;
using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content;

/// <summary>
/// Who has to do what, by the sections of execution. An agency is named by the heading of an item, by what stands before a colon, or by
/// the sentence up to its verb; where the items under a heading name agencies themselves, these replace it.
/// </summary>
internal sealed class AssignmentsReader(Doubts doubts)
{
    public IReadOnlyList<Assignment> Read(OutlineNode root) =>
        [.. root.Everything.Where(node => node.Section is SectionKind.Execution && node.Parent?.Section is not SectionKind.Execution).SelectMany(Of)];

    private IEnumerable<Assignment> Of(OutlineNode node)
    {
        if (node.Section is not SectionKind.Execution)
        {
            return [];
        }

        var numbered = node.Children.Where(child => !child.IsBullet).SelectMany(Of).ToList();

        if (numbered.Count > 0)
        {
            return numbered;
        }

        var own = node.Heading.IsEmpty ? null : AgencyHeading.Read(node.Heading, node.Body.Count > 0 || node.Children.Count > 0, mayBeUnknown: true);
        var bullets = Bullets(node, isAgency: own is not null);

        if (bullets.Count > 0)
        {
            return bullets;
        }

        return own is null ? node.Body.SelectMany(text => InParagraph(node, text)) : Made(node, own, node.Heading, [.. node.Body, .. Under(node)]);
    }

    /// <summary>Bullets that each name an agency; under an agency they must do so with a colon, since a duty too may begin with another agency.</summary>
    private List<Assignment> Bullets(OutlineNode node, bool isAgency)
    {
        var bullets = node.Children.Where(child => child.IsBullet).ToList();
        var named = bullets.Select(bullet => (Bullet: bullet, Heading: AgencyHeading.Read(bullet.Heading, bullet.Children.Count > 0)))
            .Where(entry => entry.Heading is not null && (!isAgency || !entry.Heading.RunsOn))
            .ToList();

        return named.Count * 2 <= bullets.Count || (isAgency && named.Count < 2)
            ? []
            : [.. named.SelectMany(entry => Made(entry.Bullet, entry.Heading!, entry.Bullet.Heading, [.. Under(entry.Bullet)]))]; // filtered above
    }

    private IEnumerable<Assignment> InParagraph(OutlineNode node, MappedText text) =>
        AgencyHeading.Read(text, hasMore: false) is { } heading ? Made(node, heading, text, []) : [];

    /// <summary>What the item gives to its agency, and to those behind it that get a role in the same sentence; each with the words of all.</summary>
    private IEnumerable<Assignment> Made(OutlineNode node, AgencyHeading heading, MappedText text, IReadOnlyList<MappedText> more)
    {
        if (heading.RunsOn)
        {
            doubts.Add(DoubtKind.AgencyRunsOn, heading.Agency, text.Span);
        }

        var (own, others) = OtherAgencies.Part(heading.Rest);
        IReadOnlyList<MappedText> duties = heading.Rest.IsEmpty ? more : [heading.Rest, .. more];
        var roles = RolesReader.In([.. own, .. more]);
        var span = more.Select(paragraph => paragraph.Span).Aggregate(text.Span, (all, part) => all.To(part));

        return
        [
            new(node.Clause, heading.Agency, heading.IsRequest ? [AgencyRole.Request, .. roles.Where(role => role is not AgencyRole.Request)] : roles, [.. duties.Select(duty => duty.Text)], span),
            .. others.Select(other => new Assignment(node.Clause, other.Agency, RolesReader.In([other.Words]), [heading.Rest.Text], heading.Rest.Span)),
        ];
    }

    private static IEnumerable<MappedText> Under(OutlineNode node) => node.Children.SelectMany(child => child.Everything).SelectMany(child => child.Texts);
}
