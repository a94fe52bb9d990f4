using HieuHoc.Rules.Tree;

namespace HieuHoc.Rules.Reading;

/// <summary>A part of the tree with the place it was read from, so that a wrong kind can be pointed at.</summary>
internal readonly record struct Phrase(Expression Expression, int Start, int End)
{
    public Number AsNumber() => Expression as Number ?? throw Refuse.NotANumber(this);

    public Condition AsCondition() => Expression as Condition ?? throw Refuse.NotACondition(this);

    /// <summary>The places of a rounding are written out: a rule must show how it rounds without its facts.</summary>
    public int AsPlaces() =>
        Expression is Constant { IsPercent: false, Value: <= Rounded.MostPlaces } places && decimal.IsInteger(places.Value)
            ? (int)places.Value
            : throw Refuse.Places(this, Rounded.MostPlaces);
}
