using HieuHoc.Access;
using Microsoft.AspNetCore.Authorization;

namespace HieuHoc.Web.Hosting;

/// <summary>Who may open a page. Every page carries this or <c>[AllowAnonymous]</c>; a test enforces it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ForAttribute(params Role[] roles) : Attribute, IAuthorizeData, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The roles that may open it.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>The step of signing in that is taken on this page; whoever is at it may open the page too.</summary>
    public SignInStep While { get; init; }

    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }

    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>A page about the visitor's own account: every role may open it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForEveryRoleAttribute() : ForAttribute(Enum.GetValues<Role>());

/// <summary>Compares the roles of a page with the role that the visitor holds today.</summary>
internal sealed class ForHandler(Visitor visitor) : AuthorizationHandler<ForAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ForAttribute requirement)
    {
        var taking = visitor.Awaited is not null && requirement.While == visitor.Step;

        if (taking || (visitor.Person is { } person && requirement.Roles.Contains(person.Role)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
