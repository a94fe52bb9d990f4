using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HieuHoc.Web.Tests;

/// <summary>A page as a person reads it: by headings, labels and the words on buttons.</summary>
public sealed class PageView
{
    private PageView(HttpStatusCode status, IHtmlDocument document) => (Status, Document) = (status, document);

    public HttpStatusCode Status { get; }

    public IHtmlDocument Document { get; }

    /// <summary>The question or answer that the page is.</summary>
    public string Heading => Words(Document.QuerySelector("h1"));

    /// <summary>All words of the page's own part.</summary>
    public string Main => Words(Document.QuerySelector("main"));

    /// <summary>The sentences of the summary at the top; empty when nothing is wrong.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".error-summary li").Select(Words)];

    /// <summary>The words of the menu, in their order.</summary>
    public IReadOnlyList<string> Menu => [.. Document.QuerySelectorAll("nav.menu a").Select(Words)];

    public static async Task<PageView> OfAsync(HttpResponseMessage response, CancellationToken ct) =>
        new(response.StatusCode, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(ct)));

    /// <summary>The control under a visible label.</summary>
    public IElement Field(string label)
    {
        var found = Document.QuerySelectorAll("label").Single(element => Words(element) == label);

        return Document.GetElementById(found.GetAttribute("for")!)!;
    }

    /// <summary>What pressing a button would send: the fields of its form as they stand, and the button itself.</summary>
    public (string Address, List<(string Name, string Value)> Fields) Press(string button)
    {
        var pressed = Document.QuerySelectorAll("button").First(element => Words(element) == button);
        var form = pressed.Closest("form")!;
        var fields = form.QuerySelectorAll("input[name]")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? "")).ToList();

        if (pressed.GetAttribute("name") is { } name)
        {
            fields.Add((name, pressed.GetAttribute("value") ?? ""));
        }

        return (form.GetAttribute("action")!, fields);
    }

    /// <summary>Presses a button after typing into fields, named by their visible labels.</summary>
    public Task<HttpResponseMessage> PressAsync(
        HttpClient browser, string button, IReadOnlyList<(string Label, string Typed)> typed, CancellationToken ct)
    {
        var (address, fields) = Press(button);

        foreach (var (label, value) in typed)
        {
            var name = Field(label).GetAttribute("name")!;
            fields.RemoveAll(field => field.Name == name);
            fields.Add((name, value));
        }

        // Kept until the request is sent; the client disposes it with the request.
        var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

        return browser.PostAsync(new Uri(address, UriKind.Relative), form, ct);
    }

    /// <summary>The words of an element, with single blanks.</summary>
    public static string Words(IElement? element) =>
        string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
