namespace HieuHoc.Web.Accounts;

/// <summary>From where somebody signs in.</summary>
/// <param name="Address">The network address, for the limit on attempts; it is kept nowhere.</param>
/// <param name="Browser">The family of the browser and its system.</param>
public sealed record Caller(string Address, string Browser)
{
    // The first that is named wins: nearly every browser also calls itself Chrome and Safari.
    private static readonly IReadOnlyList<(string Sign, string Name)> Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc_browser", "Coc Coc"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly IReadOnlyList<(string Sign, string Name)> Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static Caller Of(HttpContext context) =>
        new(context.Connection.RemoteIpAddress?.ToString() ?? "", FamilyOf(context.Request.Headers.UserAgent.ToString()));

    /// <summary>"Firefox · Windows"; empty for what is no browser that we know.</summary>
    public static string FamilyOf(string userAgent) =>
        string.Join(" · ", new[] { NameOf(Browsers, userAgent), NameOf(Systems, userAgent) }.OfType<string>());

    private static string? NameOf(IReadOnlyList<(string Sign, string Name)> known, string userAgent) =>
        known.FirstOrDefault(pair => userAgent.Contains(pair.Sign, StringComparison.Ordinal)).Name;
}
