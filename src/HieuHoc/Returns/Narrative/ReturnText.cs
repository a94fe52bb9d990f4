using HieuHoc.Access;

namespace HieuHoc.Returns.Narrative;

/// <summary>
/// What a sender wrote in one section of its own report, from one version of the return on: a version in which a section was
/// not written anew says what the version before it says.
/// </summary>
public sealed class ReturnText
{
    public required short Owner { get; init; }

    public required ReturnId ReturnId { get; init; }

    /// <summary>The code of the outline's section.</summary>
    public required string Section { get; init; }

    /// <summary>The first version of the return that says it.</summary>
    public required int Version { get; init; }

    /// <summary>Paragraphs, parted by line breaks; empty where it was taken away.</summary>
    public required string Text { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    public required PersonId? SavedBy { get; set; }
}
