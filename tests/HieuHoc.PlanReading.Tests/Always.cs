using FsCheck;
using FsCheck.Fluent;

namespace HieuHoc.PlanReading.Tests;

/// <summary>Checks that something holds for whatever is generated: from a fixed seed, and from a new one that is printed.</summary>
internal static class Always
{
    private const ulong FixedSeed = 20_260_101;

    public static void Holds<T>(Gen<T> given, Func<T, bool> then)
    {
        var newSeed = (ulong)Random.Shared.NextInt64();
        TestContext.Current.TestOutputHelper?.WriteLine($"seeds {FixedSeed} and {newSeed}");

        var property = Prop.ForAll(given.ToArbitrary(), then);

        Run(property, FixedSeed);
        Run(property, newSeed);
    }

    private static void Run(Property property, ulong seed) => property.Check(
        Config.QuickThrowOnFailure.WithMaxTest(100).WithName($"seed {seed}").WithReplay(new Replay(new Rnd(seed), null)));
}
