namespace HieuHoc.Rules;

/// <summary>A text was to be a rule and is none.</summary>
public sealed class RuleException(ParseError error) : Exception($"{error.Code} at {error.Position}")
{
    public ParseError Error { get; } = error;
}
