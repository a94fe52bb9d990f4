namespace HieuHoc.Documents;

/// <summary>How one document stands to another.</summary>
public enum DocumentRelationKind
{
    /// <summary>It carries the other out: triển khai, thực hiện.</summary>
    Implements,

    /// <summary>It was made from the other, as a department's plan from the province's.</summary>
    DerivedFrom,

    Replaces,
    Amends,

    /// <summary>It names the other as a basis: căn cứ, viện dẫn.</summary>
    Cites,
}

/// <summary>A document stands to another so, said by whoever keeps the first.</summary>
public sealed class DocumentRelation
{
    public required short Owner { get; init; }

    public required DocumentId FromId { get; init; }

    public required DocumentId ToId { get; init; }

    public required DocumentRelationKind Kind { get; init; }

    public required Guid? RelatedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RelatedAt { get; init; }
}

/// <summary>Which kinds of relations make one order.</summary>
public static class DocumentRelations
{
    /// <summary>Upwards, from a plan to what it carries out and was made from.</summary>
    public static IReadOnlyList<DocumentRelationKind> Upwards { get; } = [DocumentRelationKind.Implements, DocumentRelationKind.DerivedFrom];

    /// <summary>Backwards, from a document to what held before it.</summary>
    public static IReadOnlyList<DocumentRelationKind> Backwards { get; } = [DocumentRelationKind.Replaces, DocumentRelationKind.Amends];

    /// <summary>The kinds with which one of this kind must not go round in a circle; citing may.</summary>
    public static IReadOnlyList<DocumentRelationKind> OrderOf(DocumentRelationKind kind) => kind switch
    {
        DocumentRelationKind.Implements or DocumentRelationKind.DerivedFrom => Upwards,
        DocumentRelationKind.Replaces or DocumentRelationKind.Amends => Backwards,
        DocumentRelationKind.Cites => [],
    };
}
