using System.Data.Common;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Web.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace HieuHoc.Web.Hosting;

/// <summary>What every request passes, in this order.</summary>
internal static class SitePipeline
{
    public static void UseSite(this WebApplication site)
    {
        site.UseForwardedHeaders();
        site.UseMiddleware<SecurityHeaders>();
        site.UseResponseCompression();
        site.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = context => CacheLong(context.Context) });
        site.UseMiddleware<ReaderLanguage>();
        site.UseExceptionHandler("/error/500");
        site.UseStatusCodePagesWithReExecute("/error/{0}");
        site.UseMiddleware<ApiAnswers>();
        site.UseRouting();
        site.UseAuthentication();
        site.UseMiddleware<UploadLimit>();
        site.UseMiddleware<VisitorLoading>();
        site.UseMiddleware<SignInSteps>();
        site.UseAuthorization();
        site.MapGet("/health", HealthAsync).AllowAnonymous();
        site.MapGet(CaptureWorker.Address, CaptureWorker.Write).AllowAnonymous();
        site.MapRazorPages();
        site.MapApi();
    }

    /// <summary>An address with a version never changes its content; any other is asked for again.</summary>
    private static void CacheLong(HttpContext context) =>
        context.Response.Headers[HeaderNames.CacheControl] =
            context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";

    private static async Task<IResult> HealthAsync(HieuHocDb db, CancellationToken ct)
    {
        try
        {
            await db.Owners.AnyAsync(ct);

            return Results.Text("ok");
        }
        catch (DbException)
        {
            return Results.Text("no database", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
