using System.Globalization;

namespace HieuHoc.Rules.Reading;

/// <summary>Every reason for which a text is no rule; the codes are keys of the sentences shown to people.</summary>
internal static class Refuse
{
    public static RuleException Empty(Token at) => At(at.Position, at.Length, "empty");

    public static RuleException Unfinished(Token at) => At(at.Position, at.Length, "unfinished");

    public static RuleException Unexpected(Token at) => At(at.Position, at.Length, "unexpected", ("found", at.Text));

    public static RuleException UnknownFunction(Token at) =>
        At(at.Position, at.Length, "unknown-function", ("function", at.Text));

    public static RuleException Arguments(Token at, int expected, int found) =>
        At(at.Position, at.Length, "arguments", ("function", at.Text), ("expected", Text(expected)), ("found", Text(found)));

    public static RuleException NumberTooLong(Token at, int limit) =>
        At(at.Position, at.Length, "number-too-long", ("found", at.Text), ("limit", Text(limit)));

    public static RuleException NotANumber(Phrase at) =>
        At(at.Start, at.End - at.Start, "not-a-number", ("found", at.Expression.Text));

    public static RuleException NotACondition(Phrase at) =>
        At(at.Start, at.End - at.Start, "not-a-condition", ("found", at.Expression.Text));

    public static RuleException Places(Phrase at, int limit) =>
        At(at.Start, at.End - at.Start, "places", ("found", at.Expression.Text), ("limit", Text(limit)));

    public static RuleException TooDeep(Token at, int limit) =>
        At(at.Position, at.Length, "too-deep", ("limit", Text(limit)));

    public static RuleException TooLong(int length, int limit) =>
        At(0, length, "too-long", ("limit", Text(limit)));

    private static RuleException At(int position, int length, string code, params (string Name, string Value)[] values) =>
        new(new ParseError(
            position, length, $"rules.error.{code}", values.ToDictionary(value => value.Name, value => value.Value)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
