using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HieuHoc.Web.Components;

/// <summary>
/// <c>&lt;number text="37,9 %" href="/indicators/…" /&gt;</c>: a number of the programme, leading to the rows behind it; a
/// missing one is a dash. With content instead of a text, the numbers of a sentence lead there.
/// </summary>
public sealed class NumberTagHelper(Shown shown) : TagHelper
{
    /// <summary>The number as the reader writes it; null where it cannot be said.</summary>
    public string? Text { get; set; }

    /// <summary>Where the rows behind it are.</summary>
    public required string Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        // However it is written: a tag that closes itself would show nothing.
        output.TagMode = TagMode.StartTagAndEndTag;

        // A page that has no number gives an empty text.
        if (string.IsNullOrEmpty(Text) && content.IsEmptyOrWhiteSpace)
        {
            output.TagName = null;
            output.Content.SetHtmlContent(shown.Text(null));

            return;
        }

        output.TagName = "a";
        output.Attributes.SetAttribute("class", "rows-behind");
        output.Attributes.SetAttribute("href", Href);

        if (!string.IsNullOrEmpty(Text))
        {
            output.Content.SetContent(Text);
        }
    }
}
