using HieuHoc.Platform;

namespace HieuHoc.Documents;

/// <summary>A document came into the register.</summary>
public sealed record DocumentRegistered(DocumentId Document) : Change(Document.Value.ToString());

/// <summary>What the register says of a document was changed: which fields, never their values.</summary>
public sealed record DocumentChanged(DocumentId Document, IReadOnlyList<string> Fields) : Change(Document.Value.ToString());

/// <summary>A document was related to another.</summary>
public sealed record DocumentsRelated(DocumentId From, DocumentId To, DocumentRelationKind Kind) : Change(From.Value.ToString());

/// <summary>A relation was taken away.</summary>
public sealed record DocumentRelationEnded(DocumentId From, DocumentId To, DocumentRelationKind Kind) : Change(From.Value.ToString());
