using HieuHoc.Platform;

namespace HieuHoc.Register;

/// <summary>Agencies beside those of packs are listed by the standing agency and by the administrator.</summary>
public sealed record AgenciesNotYoursToKeep() : Refusal(RefusalKind.Forbidden);

/// <summary>A list of agencies does not fit; no agency was entered.</summary>
public sealed record AgencyListFaulty(IReadOnlyList<FileMistake> Mistakes) : FileFaulty(Mistakes);
