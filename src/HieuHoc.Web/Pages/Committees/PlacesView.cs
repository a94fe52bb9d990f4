using HieuHoc.Programmes.Committees;

namespace HieuHoc.Web.Pages.Committees;

/// <summary>Places with their committees as a table.</summary>
/// <param name="Label">The key of what the table is called: a page has several.</param>
public sealed record PlacesView(IReadOnlyList<PlaceOfCommittees> Rows, string Label);
