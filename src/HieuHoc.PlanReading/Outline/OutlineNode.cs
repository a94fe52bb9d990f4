using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Outline;

/// <summary>An item of the document with what stands under it; the root has no marker.</summary>
internal sealed class OutlineNode(Marker? marker, MappedText heading, OutlineNode? parent)
{
    private readonly List<MappedText> body = [];

    private readonly List<OutlineNode> children = [];

    public Marker? Marker { get; } = marker;

    /// <summary>What stands behind the marker: a title, or the whole sentence of the item.</summary>
    public MappedText Heading { get; } = heading;

    public OutlineNode? Parent { get; } = parent;

    /// <summary>Paragraphs without a number of their own.</summary>
    public IReadOnlyList<MappedText> Body => body;

    public IReadOnlyList<OutlineNode> Children => children;

    public SectionKind Section { get; } = SectionReader.Of(heading, parent?.Section ?? SectionKind.Other, marker is { IsBullet: true });

    /// <summary>The numbers from the outermost in, as officials cite them: II.2.1.a.</summary>
    public string Clause { get; } = ClausePath.Of(marker, parent);

    public bool IsBullet => Marker is { IsBullet: true };

    /// <summary>Heading and paragraphs, each as it stands.</summary>
    public IEnumerable<MappedText> Texts => Heading.IsEmpty ? Body : [Heading, .. Body];

    public IEnumerable<OutlineNode> Ancestors
    {
        get
        {
            for (var node = Parent; node is not null; node = node.Parent)
            {
                yield return node;
            }
        }
    }

    /// <summary>This item and all under it, in the order of the document.</summary>
    public IEnumerable<OutlineNode> Everything
    {
        get
        {
            var waiting = new Stack<OutlineNode>([this]);

            while (waiting.TryPop(out var node))
            {
                yield return node;

                for (var i = node.children.Count - 1; i >= 0; i--)
                {
                    waiting.Push(node.children[i]);
                }
            }
        }
    }

    public SourceSpan Span => Everything.SelectMany(node => node.Texts).Where(text => !text.IsEmpty).Select(text => text.Span).DefaultIfEmpty().Aggregate((all, span) => all.To(span));

    public void Add(MappedText paragraph) => body.Add(paragraph);

    public OutlineNode AddChild(Marker marker, MappedText heading)
    {
        var child = new OutlineNode(marker, heading, this);
        children.Add(child);

        return child;
    }
}
