using HieuHoc.Programmes.Money;

namespace HieuHoc.Web.Pages.Money;

/// <summary>What the forms about money have in common.</summary>
internal static class MoneyForms
{
    /// <summary>The year that is asked for, or another where it is none that money is kept of.</summary>
    public static int YearOr(int? asked, int other) => asked is { } year && MoneyQueries.IsYear(year) ? year : other;
}
