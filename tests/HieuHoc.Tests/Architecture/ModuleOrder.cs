using System.Reflection;

namespace HieuHoc.Tests.Architecture;

/// <summary>A type that uses another which it may not know.</summary>
internal sealed record Violation(string Type, string Uses);

/// <summary>
/// Modules in an order: each is a namespace below a root, and may use only itself and those before it.
/// What stands in the root itself puts the modules together, and none of them may use it.
/// </summary>
internal sealed class ModuleOrder(string root, IReadOnlyList<string> modules)
{
    public IReadOnlyList<Violation> Violations(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           let module = Of(type)
           where module is { Length: > 0 }
           from used in TypeUse.Of(type)
           where used.Assembly == assembly && Of(used) is { } other && !May(module, other)
           select new Violation(Outermost(type).FullName!, Outermost(used).FullName!) into violation
           orderby violation.Type, violation.Uses
           group violation by violation into same
           select same.Key,
    ];

    /// <summary>The namespaces below the root that stand in no order.</summary>
    public IReadOnlyList<string> Unknown(Assembly assembly) =>
        [.. assembly.GetTypes().Select(Of).OfType<string>().Where(module => module.Length > 0).Except(modules).Order()];

    public bool May(string module, string used) =>
        module == used || (used.Length > 0 && Place(used) >= 0 && Place(used) < Place(module));

    /// <summary>The module of a namespace: empty for the root, null for what is not below it.</summary>
    public string? Of(string? name) =>
        name == root ? ""
        : name?.StartsWith(root + ".", StringComparison.Ordinal) is true ? name[(root.Length + 1)..].Split('.')[0]
        : null;

    private int Place(string module) => modules.ToList().IndexOf(module);

    private string? Of(Type type) => Of(Outermost(type).Namespace);

    // What the compiler makes of a lambda or an async method is nested in the type that was written.
    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
