using HieuHoc.Access;
using Microsoft.AspNetCore.Authorization;

namespace HieuHoc.Web.Hosting;

/// <summary>Who may open a page. Every page carries this or <c>[AllowAnonymous]</c>; a test enforces it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForAttribute(params Role[] roles) : Attribute, IAuthorizeData, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The roles that may open it.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;

    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }

    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Compares the roles of a page with the role that the visitor holds today.</summary>
internal sealed class ForHandler(Visitor visitor) : AuthorizationHandler<ForAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ForAttribute requirement)
    {
        if (visitor.Person is { } person && requirement.Roles.Contains(person.Role))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
