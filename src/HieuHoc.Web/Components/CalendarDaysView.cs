using HieuHoc.Returns;

namespace HieuHoc.Web.Components;

/// <summary>Days of rounds as a list.</summary>
/// <param name="NamesRounds">True where the days are of several rounds.</param>
public sealed record CalendarDaysView(IReadOnlyList<CalendarDay> Days, DateOnly Today, bool NamesRounds);
