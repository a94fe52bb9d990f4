namespace HieuHoc.Rules.Tests;

internal static class Given
{
    public static Facts Facts(params IEnumerable<(string Name, decimal? Value)> facts) =>
        new(facts.ToDictionary(fact => fact.Name, fact => fact.Value));
}
