using HieuHoc.Platform;

namespace HieuHoc.Returns.Reasons;

/// <summary>Reasons were given for figures that look odd; of which cells or sections, never what they say.</summary>
public sealed record FindingsExplained(ReturnId Return, int Version, IReadOnlyList<string> Places) : Change(Return.Value.ToString());
