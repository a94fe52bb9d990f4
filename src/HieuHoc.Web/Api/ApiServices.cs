using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HieuHoc.Web.Api;

/// <summary>What the API is composed of.</summary>
internal static class ApiServices
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Bearer, _ => { });
        services.AddExceptionHandler<ApiErrors>();
        services.ConfigureHttpJsonOptions(options => Json.Apply(options.SerializerOptions));
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer(DescribeAsync);
            options.AddOperationTransformer(NameRefusalsAsync);
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true;
        });
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Hiếu Học",
            Version = "v1",
            Description = "The same use cases and permissions as the pages. Every refusal is a problem (RFC 9457): its type is the name listed at the endpoint.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [TokenHandler.Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "hieuhoc token create --person NAME --scopes " + string.Join(',', ApiScopes.All),
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenHandler.Bearer, document)] = [] }];

        return Task.CompletedTask;
    }

    private static Task NameRefusalsAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Description = metadata.OfType<NeedsScope>().SingleOrDefault() is { } needed ? "Scope: " + needed.Scope : "For enrolled devices: the session of their PIN, and the header Device";

        foreach (var status in metadata.OfType<MayRefuse>().GroupBy(refusal => refusal.Status))
        {
            var names = status.Select(refusal => refusal.Refusal.GetType().Name).Distinct();
            operation.Responses![$"{status.Key}"].Description = string.Join(", ", names);
        }

        return Task.CompletedTask;
    }
}
