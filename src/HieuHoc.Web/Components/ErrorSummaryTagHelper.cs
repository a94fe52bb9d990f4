using HieuHoc.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HieuHoc.Web.Components;

/// <summary><c>&lt;error-summary /&gt;</c>: everything that is wrong, at the top, each with a link to its field; nothing when nothing is.</summary>
public sealed class ErrorSummaryTagHelper(Texts texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(entry => (entry.Value?.Errors ?? []).Select(error => (Field: entry.Key, error.ErrorMessage)))
            .Distinct()
            .OrderBy(error => Sent(error.Field))
            .ToList();

        if (errors.Count == 0)
        {
            output.SuppressOutput();

            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(texts["form.problem"]);
        var list = new TagBuilder("ul");

        foreach (var (field, message) in errors)
        {
            list.InnerHtml.AppendHtml(Line(field, message));
        }

        output.Content.AppendHtml(heading).AppendHtml(list);
    }

    /// <summary>A browser sends the fields of a form in the order of the page, in which they are to be mended.</summary>
    private int Sent(string field)
    {
        var request = ViewContext.HttpContext.Request;
        var at = request.HasFormContentType ? request.Form.Keys.TakeWhile(key => key != field).Count() : 0;

        return field.Length == 0 ? -1 : at;
    }

    private static TagBuilder Line(string field, string message)
    {
        var line = new TagBuilder("li");

        if (field.Length == 0)
        {
            line.InnerHtml.Append(message);

            return line;
        }

        var link = new TagBuilder("a") { Attributes = { ["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_") } };
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);

        return line;
    }
}
