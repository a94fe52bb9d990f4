using HieuHoc.Platform;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Hosting;

/// <summary>What pages do with a form that is not wholly filled in.</summary>
internal static class TypedForms
{
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
