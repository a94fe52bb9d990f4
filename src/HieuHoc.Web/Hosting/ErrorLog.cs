using System.Security.Cryptography;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Diagnostics;

namespace HieuHoc.Web.Hosting;

/// <summary>Writes what went wrong under a short id; the person sees the id alone.</summary>
internal sealed class ErrorLog(ILogger<ErrorLog> logger, DbEngine engine) : IExceptionHandler
{
    // No letters or digits that are mistaken for one another when read out on the telephone.
    private const string Letters = "ACDEFHJKMNPRTUVWXY34679";

    public static string? IdOf(HttpContext context) => context.Items[typeof(ErrorLog)] as string;

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetString(Letters, 8);
        httpContext.Items[typeof(ErrorLog)] = id;
        // The request's own path leads to the error page by now.
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        logger.LogError(exception, "Error {ErrorId}: {Method} {Path}", id, httpContext.Request.Method, path);

        if (DiskFull.Is(exception, engine))
        {
            DiskFull.End(httpContext);
        }

        // Not answered yet: the error page does that.
        return ValueTask.FromResult(false);
    }
}
