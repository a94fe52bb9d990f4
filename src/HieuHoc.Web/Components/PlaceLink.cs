using HieuHoc.Places;

namespace HieuHoc.Web.Components;

/// <summary>The name of a place, and where its page is.</summary>
/// <param name="Address">Null where the reader's reach ends: names are everybody's, pages are not.</param>
public sealed record PlaceLink(PlaceOnDay Place, string? Address);
