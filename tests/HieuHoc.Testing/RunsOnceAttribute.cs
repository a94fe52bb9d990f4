using Xunit;
using Xunit.v3;

namespace HieuHoc.Testing;

/// <summary>
/// Marks tests that are the same whatever the engine of the run: those of the built program on a SQLite file of its own. <c>./test</c>
/// leaves them out of its run on PostgreSQL, and <see cref="TestDatabase"/> gives them no database of the run's engine.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RunsOnceAttribute : Attribute, ITraitAttribute
{
    // ./test names both.
    private const string Trait = "runs";
    private const string Once = "once";

    /// <summary>True while a test so marked runs, or what its class shares is made.</summary>
    internal static bool IsRunning =>
        TestContext.Current.TestClass is { } running && running.Traits.TryGetValue(Trait, out var values) && values.Contains(Once);

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(Trait, Once)];
}
