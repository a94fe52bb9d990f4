using System.Net;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Web.Tests.Hosting;

public sealed class EveryPageTests : WebTest
{
    // What a stranger may open; a page added here needs a reason.
    private static readonly IReadOnlyList<string> Open = ["/capture", "/capture-worker.js", "/enrol", "/error/{code}", "/health", "/language", "/sign-in", "/sign-in/passkey", "/sign-out"];

    [Fact]
    public async Task Every_address_sends_a_stranger_to_the_sign_in_page_but_those_on_a_short_list()
    {
        using var browser = Site.Stranger();
        var open = new List<string>();

        foreach (var endpoint in Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            using var request = new HttpRequestMessage(
                new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET"), new Uri(Sample(endpoint.RoutePattern), UriKind.Relative));
            var answer = await browser.SendAsync(request, Ct);
            var sent = answer.StatusCode is HttpStatusCode.Found
                && answer.Headers.Location!.OriginalString.Contains("/sign-in?returnUrl=", StringComparison.Ordinal);

            // A program is told so, rather than sent to a page.
            var told = answer.StatusCode is HttpStatusCode.Unauthorized && Pattern(endpoint.RoutePattern).StartsWith("/api/", StringComparison.Ordinal);

            if (!sent && !told)
            {
                open.Add(Pattern(endpoint.RoutePattern));
            }
        }

        Assert.Equal(Open, open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_page_says_which_roles_may_open_it_or_that_everyone_may()
    {
        var pages = Site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<PageActionDescriptor>().ToList();
        var loader = Site.Services.GetRequiredService<PageLoader>();
        var silent = new List<string>();

        foreach (var page in pages)
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            var model = compiled.ModelTypeInfo!;

            if (!model.IsDefined(typeof(ForAttribute), false) && !model.IsDefined(typeof(AllowAnonymousAttribute), false))
            {
                silent.Add(((ActionDescriptor)page).DisplayName!);
            }
        }

        Assert.NotEmpty(pages);
        Assert.Empty(silent);
    }

    private static string Pattern(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => segment.Parts[0] switch
        {
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            RoutePatternLiteralPart literal => literal.Content,
            _ => "",
        }));

    /// <summary>An address that the pattern takes: 404 stands for any number or name, a guid where one is asked for.</summary>
    private static string Sample(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => segment.Parts[0] switch
        {
            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") => Guid.Empty.ToString(),
            RoutePatternParameterPart => "404",
            RoutePatternLiteralPart literal => literal.Content,
            _ => "",
        }));
}
