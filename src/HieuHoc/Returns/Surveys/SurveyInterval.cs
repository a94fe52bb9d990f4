using System.Collections.Frozen;

namespace HieuHoc.Returns.Surveys;

/// <summary>Between which two shares, per cent, the true one lies with a stated confidence.</summary>
/// <param name="IsComputed">True where the product computed it for a simple random sample; false where the source states it.</param>
public sealed record SurveyInterval(decimal Low, decimal High, int Confidence, bool IsComputed)
{
    /// <summary>The decimals of a computed interval: it is rounded outwards, so that no print of it contradicts a verdict.</summary>
    private const int Decimals = 1;

    /// <summary>The quantiles of the normal distribution, by confidence in per cent.</summary>
    private static readonly FrozenDictionary<int, double> Quantiles = new Dictionary<int, double>
    {
        [90] = 1.644853626951473,
        [95] = 1.959963984540054,
        [99] = 2.575829303548901,
    }.ToFrozenDictionary();

    /// <summary>The confidences that a survey may state.</summary>
    public static IReadOnlyList<int> Confidences { get; } = [.. Quantiles.Keys.Order()];

    /// <summary>
    /// Wilson's interval (1927), which also holds near nought and near everybody, where the usual margin would say less than
    /// nobody or more than all.
    /// </summary>
    public static SurveyInterval OfSimpleRandomSample(int meeting, int size, int confidence)
    {
        var z = Quantiles[confidence];
        var share = (double)meeting / size;
        var spread = z * z / size;
        var middle = (share + (spread / 2)) / (1 + spread);
        var half = z * Math.Sqrt((share * (1 - share) / size) + (spread / (4 * size))) / (1 + spread);

        return new SurveyInterval(
            Math.Max(0, Math.Round(100 * (decimal)(middle - half), Decimals, MidpointRounding.ToNegativeInfinity)),
            Math.Min(100, Math.Round(100 * (decimal)(middle + half), Decimals, MidpointRounding.ToPositiveInfinity)),
            confidence,
            IsComputed: true);
    }
}
