using System.Globalization;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HieuHoc.Web.Components;

/// <summary>
/// <c>&lt;field for="Name" label="key" hint="key" last-year="@shown" optional="true" /&gt;</c>: label above, hint under it,
/// last year's value, the error, the input. A control of one's own goes inside, with id and name of the field.
/// </summary>
public sealed class FieldTagHelper(Texts texts) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>The key of the label.</summary>
    public required string Label { get; set; }

    /// <summary>The key of the hint.</summary>
    public string? Hint { get; set; }

    /// <summary>Last year's value as it is shown.</summary>
    public string? LastYear { get; set; }

    public bool Optional { get; set; }

    /// <summary>text, password, date, search …; "number" asks for digits without a browser's number widget, "pin" for a password of digits.</summary>
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        var own = await output.GetChildContentAsync();
        var error = ViewContext.ModelState.TryGetValue(For.Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field field-wrong");
        output.Content.AppendHtml(LabelOf(id));
        Line(output, $"{id}_hint", "hint", Hint is null ? null : texts[Hint]);
        Line(output, $"{id}_last", "last-year", LastYear is null ? null : texts["form.lastYear", ("value", LastYear)]);
        Line(output, $"{id}_error", "field-error", error);
        output.Content.AppendHtml(own.IsEmptyOrWhiteSpace ? Input(id, entry?.AttemptedValue, error is not null) : own);
    }

    private TagBuilder LabelOf(string id)
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = id } };
        label.InnerHtml.Append(texts[Label]);

        if (Optional)
        {
            label.InnerHtml.Append(" ");
            label.InnerHtml.Append(texts["form.optional"]);
        }

        return label;
    }

    private static void Line(TagHelperOutput output, string id, string css, string? text)
    {
        if (text is not null)
        {
            var line = new TagBuilder("p") { Attributes = { ["id"] = id, ["class"] = css } };
            line.InnerHtml.Append(text);
            output.Content.AppendHtml(line);
        }
    }

    private TagBuilder Input(string id, string? attempted, bool wrong)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        var described = string.Join(' ', new[]
        {
            Hint is null ? null : $"{id}_hint", LastYear is null ? null : $"{id}_last", wrong ? $"{id}_error" : null,
        }.OfType<string>());
        input.MergeAttribute("id", id);
        input.MergeAttribute("name", For.Name);
        input.MergeAttribute("class", Type == "number" ? "form-control number" : "form-control");
        input.MergeAttribute("type", Type switch { "number" => "text", "pin" => "password", _ => Type });
        Maybe(input, "inputmode", Type switch { "number" => "decimal", "pin" => "numeric", _ => null });
        Maybe(input, "autocomplete", Autocomplete);
        Maybe(input, "aria-describedby", described.Length > 0 ? described : null);
        Maybe(input, "aria-invalid", wrong ? "true" : null);
        // A password is never sent back.
        Maybe(input, "value", Type is "password" or "pin" ? null : attempted ?? Written(For.Model));

        return input;
    }

    private static void Maybe(TagBuilder input, string name, string? value)
    {
        if (value is not null)
        {
            input.MergeAttribute(name, value);
        }
    }

    private string? Written(object? value) => value switch
    {
        null => null,
        // What a date input reads and writes, in any language.
        DateOnly day when Type == "date" => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly day => Shown.DayText(day),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };
}
