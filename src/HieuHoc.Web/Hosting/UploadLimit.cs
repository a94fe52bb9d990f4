using System.Buffers;
using HieuHoc.Platform.Attachments;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace HieuHoc.Web.Hosting;

/// <summary>
/// Says of a form that is larger than any file may be that it is too large. It is read to its end first, and thrown away: a
/// browser whose sending is cut off shows a lost connection and no sentence.
/// </summary>
internal sealed class UploadLimit(RequestDelegate next)
{
    /// <summary>Bytes of a form: the largest file, and the fields around it.</summary>
    public const long Most = AttachmentTypes.MostBytes + 1_048_576;

    /// <summary>The most fields of a form: a box for every cell of every village of a commune.</summary>
    public const int MostFields = 20_000;

    /// <summary>What is read and thrown away; whoever sends more is cut off.</summary>
    private const long MostDrained = 512L * 1_048_576;

    private const int Buffer = 81_920;

    public async Task InvokeAsync(HttpContext context)
    {
        // The page that says so is asked for by the same request.
        var isTold = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

        if (isTold || !context.Request.HasFormContentType || context.Request.ContentLength is not > Most)
        {
            await next(context);

            return;
        }

        if (context.User.Identity?.IsAuthenticated == true && context.Request.ContentLength <= MostDrained)
        {
            await DrainAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    private static async Task DrainAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostDrained;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Buffer);

        try
        {
            while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0)
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
