using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Money;

/// <summary>What the forms about money have in common.</summary>
internal static class MoneyForms
{
    /// <summary>The year that is asked for, or another where it is none that money is kept of.</summary>
    public static int YearOr(int? asked, int other) => asked is >= MoneyQueries.FirstYear and <= 9998 ? asked.Value : other;

    extension(PageModel page)
    {
        /// <summary>Says at each field that is missing and was not found unreadable already that it is needed.</summary>
        public void Require(Texts texts, params IReadOnlyList<(string Field, bool Missing)> fields)
        {
            foreach (var (field, _) in fields.Where(field => field.Missing && !(page.ModelState.TryGetValue(field.Field, out var entry) && entry.Errors.Count > 0)))
            {
                page.ModelState.AddModelError(field, texts["form.required"]);
            }
        }

        /// <summary>The page again with what was typed, where a field could not be read.</summary>
        public PageResult Unread()
        {
            page.Response.StatusCode = StatusCodes.Status400BadRequest;

            return page.Page();
        }
    }
}
