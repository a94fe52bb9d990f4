namespace HieuHoc.Rules;

/// <summary>Why a text is no rule: the place, counted in characters from 0, and the key of a sentence with its values.</summary>
public sealed record ParseError(int Position, int Length, string Code, IReadOnlyDictionary<string, string> Values);
