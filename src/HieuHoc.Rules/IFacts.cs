namespace HieuHoc.Rules;

/// <summary>What a rule may read: the number behind a name, or null when it is missing.</summary>
public interface IFacts
{
    decimal? this[string name] { get; }
}
