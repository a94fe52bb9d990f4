using HieuHoc.Access;
using Microsoft.AspNetCore.Authorization;

namespace HieuHoc.Web.Hosting;

/// <summary>Who may open a page. Every page carries this or <c>[AllowAnonymous]</c>; a test enforces it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForAttribute : Attribute, IAuthorizeData, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>For these roles.</summary>
    public ForAttribute(params Role[] roles) => Roles = roles;

    /// <summary>For the roles that may do this; a role added to the table is added here by that.</summary>
    public ForAttribute(Capability capability) => (Capability, Roles) = (capability, RoleTable.WhoMay(capability));

    /// <summary>The roles that may open it.</summary>
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>What the page is for; null when it names roles.</summary>
    public Capability? Capability { get; }

    /// <summary>The step of signing in that is taken on this page; whoever is at it may open the page too.</summary>
    public SignInStep While { get; init; }

    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }

    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Compares the roles of a page with the role that the visitor acts in.</summary>
internal sealed class ForHandler(Visitor visitor) : AuthorizationHandler<ForAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ForAttribute requirement)
    {
        var taking = visitor.Awaited is not null && requirement.While == visitor.Step;
        var may = visitor.Person is { } person && requirement.Roles.Contains(person.Role) && MayAsk(context, requirement, person.Role);

        if (taking || may)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    /// <summary>Who only reads changes nothing, whatever the page would do; their own account is theirs.</summary>
    private static bool MayAsk(AuthorizationHandlerContext context, ForAttribute requirement, Role role) =>
        !RoleTable.Of(role).OnlyReads
        || requirement.Capability is Capability.OwnAccount
        || context.Resource is HttpContext { Request.Method: var method } && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method));
}
