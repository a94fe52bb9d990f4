using HieuHoc.Platform;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HieuHoc.Web.Components;

/// <summary>
/// <c>&lt;state-mark name="confirmed" text="return.state.confirmed" /&gt;</c>: a state as word, shape and colour.
/// The names, each with a shape in site.css: draft, waiting, approved, sent, to-mend, confirmed, late, met, not-met, on-track, behind, cannot-say.
/// </summary>
public sealed class StateMarkTagHelper(Texts texts) : TagHelper
{
    public required string Name { get; set; }

    /// <summary>The key of the word.</summary>
    public required string Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"state state-{Name}");
        output.Content.SetContent(texts[Text]);
    }
}
