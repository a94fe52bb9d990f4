using HieuHoc.Platform.Packs;

namespace HieuHoc.Testing;

/// <summary>Every kind of pack that the product knows.</summary>
public static class PackKinds
{
    /// <summary>New ones, so that no test finds on its shelf what another put there.</summary>
    public static IReadOnlyList<PackKind> All() =>
    [
        .. typeof(PackKind).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(PackKind)) && type.GetConstructor([]) is not null)
            .Select(type => (PackKind)Activator.CreateInstance(type)!),
    ];
}
