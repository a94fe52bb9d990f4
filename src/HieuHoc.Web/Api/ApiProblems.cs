using System.Text.Json;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;

namespace HieuHoc.Web.Api;

/// <summary>How a program is told "no": problem details (RFC 9457), with the sentence in the caller's language.</summary>
internal static class ApiProblems
{
    public const string ContentType = "application/problem+json";

    /// <summary>Writes a refusal: its name is the type, its data are extension members.</summary>
    /// <param name="status">When it is another than that of the refusal's kind.</param>
    /// <param name="more">What the caller needs besides, to decide what to do next.</param>
    public static Task WriteAsync(HttpContext context, Refusal refusal, int? status = null, IReadOnlyDictionary<string, object?>? more = null)
    {
        var texts = context.RequestServices.GetRequiredService<Texts>();
        var code = status ?? PageRefusals.StatusOf(refusal.Kind);
        var problem = new Dictionary<string, object?>
        {
            ["type"] = refusal.GetType().Name,
            ["title"] = texts[$"problem.{refusal.Kind}"],
            ["status"] = code,
            ["detail"] = texts.Of(refusal),
            ["instance"] = context.Request.Path.Value,
        };

        foreach (var property in refusal.GetType().GetProperties().Where(property => property.Name is not nameof(Refusal.Kind)))
        {
            problem[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = property.GetValue(refusal);
        }

        foreach (var (name, value) in more ?? new Dictionary<string, object?>())
        {
            problem[name] = value;
        }

        context.Response.StatusCode = code;

        return context.Response.WriteAsJsonAsync(problem, Json.Compact, ContentType, context.RequestAborted);
    }

    /// <summary>A refusal as the answer of an endpoint.</summary>
    public static IResult Of(Refusal refusal, IReadOnlyDictionary<string, object?>? more = null, int? status = null) => new Answer(refusal, status, more);

    /// <summary>A refusal because somebody else was there before: with what the caller sent and what stands now, so that a person can choose.</summary>
    public static IResult Of(Refusal refusal, object yours, object? current) => Of(refusal, new Dictionary<string, object?> { ["yours"] = yours, ["current"] = current });

    private sealed class Answer(Refusal refusal, int? status, IReadOnlyDictionary<string, object?>? more) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, refusal, status, more);
    }
}

/// <summary>Gives every answer of the API that says "no" without words its problem details.</summary>
internal sealed class ApiAnswers(RequestDelegate next)
{
    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext context)
    {
        var api = IsApi(context);

        if (api && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            // A program reads no page.
            pages.Enabled = false;
        }

        await next(context);
        var status = context.Response.StatusCode;

        if (api && status >= 400 && !context.Response.HasStarted && context.Response.ContentType is null)
        {
            await ApiProblems.WriteAsync(context, status is StatusCodes.Status404NotFound ? new ApiAddressNotFound() : new RequestUnreadable(), status);
        }
    }
}

/// <summary>Answers a program when something broke; pages have a page for it.</summary>
internal sealed class ApiErrors : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;

        if (path?.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) is not true)
        {
            return false;
        }

        await (DiskFull.Ended(httpContext)
            ? ApiProblems.WriteAsync(httpContext, new NoRoomOnDisk(), StatusCodes.Status507InsufficientStorage)
            : ApiProblems.WriteAsync(httpContext, new ServerBroke(ErrorLog.IdOf(httpContext) ?? ""), StatusCodes.Status500InternalServerError));

        return true;
    }
}
