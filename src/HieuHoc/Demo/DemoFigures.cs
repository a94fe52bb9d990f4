namespace HieuHoc.Demo;

/// <summary>
/// Believable figures from a fixed seed: the same commune always counts the same. Shares follow what old Quảng Trị
/// reported about 2020 and 2022 (families 74–83 %, clans 68–75 %, villages 80–88 %), learning citizens far below 60 %.
/// </summary>
internal sealed class DemoFigures(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>The answers of a commune: element code → number as an officer would type it.</summary>
    /// <param name="households">How many households live there.</param>
    public IReadOnlyDictionary<string, long> Of(int households)
    {
        var answers = new Dictionary<string, long>();
        Model(answers, "family", households, registered: (0.83, 0.91), recognised: (0.74, 0.83));
        Model(answers, "clan", households / Between(95, 140), registered: (0.77, 0.84), recognised: (0.68, 0.75));
        Model(answers, "village", Math.Max(1, households / Between(230, 300)), registered: (0.90, 0.95), recognised: (0.80, 0.88));
        Model(answers, "unit", Math.Max(2, households / Between(240, 330)), registered: (0.92, 0.97), recognised: (0.84, 0.91));
        Citizens(answers, households);

        return answers;
    }

    private void Model(
        Dictionary<string, long> answers, string model, long total, (double Low, double High) registered, (double Low, double High) recognised)
    {
        answers[$"{model}.total"] = total;
        answers[$"{model}.registered"] = Part(total, registered);
        answers[$"{model}.recognised"] = Math.Min(answers[$"{model}.registered"], Part(total, recognised));
    }

    private void Citizens(Dictionary<string, long> answers, int households)
    {
        var adults = households * 3.6 * 0.66;
        answers["citizen.adults"] = (long)adults;
        answers["citizen.recognised"] = Part((long)adults, (0.18, 0.38));
        answers["citizen.self-assessed"] = Math.Min((long)adults, (long)(answers["citizen.recognised"] * (1.15 + (0.35 * random.NextDouble()))));
    }

    private int Between(int low, int high) => random.Next(low, high + 1);

    // Never all of them: of one village, rounding would make a hundred per cent.
    private long Part(long total, (double Low, double High) share) =>
        Math.Clamp((long)Math.Round(total * (share.Low + ((share.High - share.Low) * random.NextDouble()))), 0, Math.Max(0, total - 1));
}
