using HieuHoc.Programmes.Money;

namespace HieuHoc.Web.Pages.Money;

/// <summary>What the forms about money have in common.</summary>
internal static class MoneyForms
{
    /// <summary>The year that is asked for, or another where it is none that money is kept of.</summary>
    public static int YearOr(int? asked, int other) => asked is >= MoneyQueries.FirstYear and <= 9998 ? asked.Value : other;
}
