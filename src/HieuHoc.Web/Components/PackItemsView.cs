using HieuHoc.Platform.Packs;

namespace HieuHoc.Web.Components;

/// <summary>A table of what packs define, under a heading of its own.</summary>
/// <param name="Heading">The key of its words.</param>
public sealed record PackItemsView(string Heading, IReadOnlyList<PackItem> Items);
