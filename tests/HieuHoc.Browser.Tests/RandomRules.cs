using System.Globalization;

namespace HieuHoc.Browser.Tests;

/// <summary>Texts of rules and formulas as chance writes them, with facts; few names and telling numbers, so that they meet each other often.</summary>
internal sealed class RandomRules(int seed)
{
    private static readonly string[] Names = ["a", "b", "family.registered", "citizen.recognised-80~estimate", "constructor"];

    private static readonly string[] Numbers = ["0", "1", "2", "3", "7", "60%", "0.5", "89.996", "0.0000000000000000000000001", "7000000000000000000000000000"];

    private static readonly string[] Values = ["0", "1", "2", "-1", "60", "0.5", "89.996", "79228162514264337593543950335", "-79228162514264337593543950335"];

    private static readonly string[] Pieces =
    [
        "a", "a-1", "b.c", "1", "0.5", "12345678901234567890123456789", "%", "(", ")", ",", "+", "-", "−", "×", "÷", "=", "<", ">", "≤", "≠", " ", "\u0085", "\uFEFF", "\u00A0",
        "and", "or", "not ", "if(", "round(", "sum(", "share(", "count", "yes", ".", "~", "\0", "😀", "ộ",
    ];

    private readonly Random random = new(seed);

    /// <summary>Something that is nearly always a rule or a formula.</summary>
    public Asked Next() => random.Next(2) == 0
        ? new Asked(Asked.Rule, Condition(3), Facts())
        : new Asked(Asked.Formula, Number(4), Facts());

    /// <summary>Something that nearly never is one.</summary>
    public Asked NextTyping() => new(
        random.Next(2) == 0 ? Asked.Rule : Asked.Formula,
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => One(Pieces))),
        Facts());

    private string Condition(int size) => size == 0
        ? Comparison(0)
        : random.Next(6) switch
        {
            0 or 1 => Comparison(size - 1),
            2 => Grouped($"{Condition(size - 1)} and {Condition(size - 1)}"),
            3 => Grouped($"{Condition(size - 1)} or {Condition(size - 1)}"),
            4 => $"({Condition(size - 1)})",
            _ => $"not {Condition(size - 1)}",
        };

    private string Comparison(int size) => $"{Number(size)} {One("=", "<>", "<", "≤", ">", ">=")} {Number(size)}";

    private string Number(int size) => size == 0 || random.Next(5) == 0 ? Leaf() : random.Next(12) switch
    {
        0 or 1 or 2 => Grouped($"{Number(size - 1)} {One("+", "-")} {Number(size - 1)}"),
        3 or 4 => Grouped($"{Number(size - 1)} * {Number(size - 1)}"),
        5 or 6 => Grouped($"{Number(size - 1)} ÷ {Number(size - 1)}"),
        7 => $"-{Number(size - 1)}",
        8 => $"share({Number(size - 1)}, {Number(size - 1)})",
        9 => $"round({Number(size - 1)}, {random.Next(11).ToString(CultureInfo.InvariantCulture)})",
        10 => $"if({Condition(size - 1)}, {Number(size - 1)}, {Number(size - 1)})",
        _ => $"{One("sum", "count", "min", "max")}({string.Join(", ", Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Number(size - 1)))})",
    };

    private string Leaf() => random.Next(3) switch
    {
        0 => One(Numbers),
        _ => One(Names),
    };

    // Without parentheses the ranks of binding decide, in both readings alike.
    private string Grouped(string text) => random.Next(2) == 0 ? $"({text})" : text;

    private Dictionary<string, string?> Facts() => Names.ToDictionary(name => name, _ => random.Next(4) switch
    {
        0 => null,
        1 => AnyDecimal().ToString(CultureInfo.InvariantCulture),
        _ => One(Values),
    });

    // As many digits as there can be: where the last one is rounded, the two readings could part.
    private decimal AnyDecimal() =>
        new(random.Next(), random.Next(), random.Next(2) == 0 ? random.Next() : 0, random.Next(2) == 0, (byte)random.Next(29));

    private string One(params string[] among) => among[random.Next(among.Length)];
}
