using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HieuHoc.Web.Hosting;

/// <summary>
/// Refuses what no page of ours sends, before a page is drawn from half of a request: a handler or a method that the
/// page does not have, and a query that cannot be read.
/// </summary>
internal sealed class RequestsUnderstood : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        var reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        // A page without handlers of its own, as that of an error is, answers whatever was asked.
        var handled = context.HandlerMethod is not null
            || !context.ActionDescriptor.HandlerMethods.Any(handler => handler.HttpMethod is "Get" or "Post");

        if (!handled || (reads && !context.ModelState.IsValid))
        {
            context.Result = new BadRequestResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
