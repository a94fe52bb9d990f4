using HieuHoc.Access;
using Microsoft.AspNetCore.Authorization;

namespace HieuHoc.Web.Hosting;

/// <summary>Leads whoever has not finished signing in to the page of the next step, whatever page they asked for.</summary>
internal sealed class SignInSteps(RequestDelegate next)
{
    /// <summary>The page of a step; null when there is none to take.</summary>
    public static string? PageOf(SignInStep step) => step switch
    {
        SignInStep.None => null,
        SignInStep.SecondFactor => "/sign-in/code",
        SignInStep.NewPassword => "/me/password",
        SignInStep.FactorSetUp => "/me/second-factor",
    };

    public Task InvokeAsync(HttpContext context, Visitor visitor)
    {
        var metadata = context.GetEndpoint()?.Metadata;

        if (PageOf(visitor.Step) is not { } page
            || metadata?.GetMetadata<IAllowAnonymous>() is not null
            || metadata?.GetMetadata<ForAttribute>() is { } opened && opened.While == visitor.Step)
        {
            return next(context);
        }

        context.Response.Redirect(page);

        return Task.CompletedTask;
    }
}
