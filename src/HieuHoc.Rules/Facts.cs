namespace HieuHoc.Rules;

/// <summary>Facts held in a dictionary; a name it does not know is missing.</summary>
public sealed class Facts(IReadOnlyDictionary<string, decimal?> values) : IFacts
{
    public decimal? this[string name] => values.GetValueOrDefault(name);
}
