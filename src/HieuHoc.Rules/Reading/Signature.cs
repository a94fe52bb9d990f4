using HieuHoc.Rules.Tree;

namespace HieuHoc.Rules.Reading;

/// <summary>A function as it may be called: how many arguments (null: one or more), and what it makes of them.</summary>
internal sealed record Signature(int? Count, Func<IReadOnlyList<Phrase>, Number> Make)
{
    public static readonly IReadOnlyDictionary<string, Signature> ByName = new Dictionary<string, Signature>
    {
        ["sum"] = new(null, arguments => new Sum(Numbers(arguments))),
        ["count"] = new(null, arguments => new Count(Numbers(arguments))),
        ["min"] = new(null, arguments => new Least(Numbers(arguments))),
        ["max"] = new(null, arguments => new Greatest(Numbers(arguments))),
        ["share"] = new(2, arguments => new Share(arguments[0].AsNumber(), arguments[1].AsNumber())),
        ["round"] = new(2, arguments => new Rounded(arguments[0].AsNumber(), arguments[1].AsPlaces())),
        ["if"] = new(3, arguments =>
            new Choice(arguments[0].AsCondition(), arguments[1].AsNumber(), arguments[2].AsNumber())),
    };

    private static Sequence<Number> Numbers(IReadOnlyList<Phrase> arguments) =>
        [.. arguments.Select(argument => argument.AsNumber())];
}
