using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HieuHoc.Web.Components;

/// <summary>One step of the way to a page, from the province down; the page itself is not among them.</summary>
/// <param name="Text">What it is called, in words: names of places need no key.</param>
public sealed record Crumb(string Text, string Address);

/// <summary>What a page tells the layout about itself.</summary>
public static class PageFacts
{
    extension(ViewDataDictionary data)
    {
        /// <summary>What the browser's tab and its history call the page: the words of its h1.</summary>
        public string? Title
        {
            get => data["Title"] as string;
            set => data["Title"] = value;
        }

        /// <summary>The way to the page.</summary>
        public IReadOnlyList<Crumb> Crumbs
        {
            get => data["Crumbs"] as IReadOnlyList<Crumb> ?? [];
            set => data["Crumbs"] = value;
        }
    }
}
