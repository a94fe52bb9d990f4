using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HieuHoc.Web.Tests;

/// <summary>A page as a person reads it: by headings, labels and the words on buttons.</summary>
public sealed class PageView
{
    private PageView(HttpStatusCode status, Uri address, IHtmlDocument document) => (Status, Address, Document) = (status, address, document);

    public HttpStatusCode Status { get; }

    /// <summary>What was asked for; the addresses on the page are relative to it.</summary>
    public Uri Address { get; }

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
        new(response.StatusCode, response.RequestMessage!.RequestUri!, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(ct)));

    /// <summary>The control under a visible label, or in a grid the cell that is read out by this name.</summary>
    public IElement Field(string label)
    {
        var found = Document.QuerySelectorAll("label").SingleOrDefault(element => Words(element) == label);

        return found is null
            ? Document.QuerySelectorAll("input, select").Single(input => input.GetAttribute("aria-label") == label)
            : Document.GetElementById(found.GetAttribute("for")!)!;
    }

    /// <summary>What stands in a control now.</summary>
    public string Typed(string label) => Typed(Field(label));

    /// <summary>What pressing a button would send: the fields of its form as they stand, and the button itself.</summary>
    public (string Address, List<(string Name, string Value)> Fields) Press(string button) =>
        Press(Document.QuerySelectorAll("button").First(element => Words(element) == button));

    /// <summary>The same of one of several buttons with the same words.</summary>
    public (string Address, List<(string Name, string Value)> Fields) Press(IElement pressed)
    {
        var form = pressed.Closest("form")!;
        var fields = form.QuerySelectorAll("input[name],textarea[name],select[name]")
            .Where(control => control.GetAttribute("type") is not ("radio" or "checkbox") || control.HasAttribute("checked"))
            .Select(control => (control.GetAttribute("name")!, Typed(control))).ToList();

        if (pressed.GetAttribute("name") is { } name)
        {
            fields.Add((name, pressed.GetAttribute("value") ?? ""));
        }

        return (pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "", fields);
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

        return browser.PostAsync(new Uri(Address, address), form, ct);
    }

    /// <summary>The words of an element, with single blanks.</summary>
    public static string Words(IElement? element) =>
        string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Typed(IElement control) => control switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement choice => choice.Value ?? "",
        _ => control.GetAttribute("value") ?? "",
    };
}
