namespace HieuHoc.Platform.Attachments;

/// <summary>The file is larger than an attachment may be.</summary>
public sealed record AttachmentTooLarge(long Megabytes) : Refusal(RefusalKind.Invalid);

/// <summary>No file was chosen, or it holds nothing.</summary>
public sealed record AttachmentEmpty() : Refusal(RefusalKind.Invalid);

/// <summary>Only papers and pictures are taken, and their content must be what their name says.</summary>
public sealed record AttachmentTypeNotTaken(string Endings) : Refusal(RefusalKind.Invalid);

/// <summary>There is no such attachment, or its record is not this person's to see.</summary>
public sealed record AttachmentNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>This person may not add to the record or take from it, or not in the state that it is in.</summary>
public sealed record AttachmentsNotYoursToChange() : Refusal(RefusalKind.Forbidden);

/// <summary>Another file was sent before under the same id.</summary>
public sealed record AttachmentDiffers() : Refusal(RefusalKind.Conflict);
