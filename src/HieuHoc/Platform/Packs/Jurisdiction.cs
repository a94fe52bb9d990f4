namespace HieuHoc.Platform.Packs;

/// <summary>
/// Whose law is asked for: that of a province, with its own values in what the law leaves open, or the law as it stands for
/// the whole country. Every question about packs of a day names one, so that nobody forgets a province's values.
/// </summary>
public sealed record Jurisdiction
{
    private Jurisdiction(string? province) => Province = province;

    /// <summary>The law by itself, without the values of any province.</summary>
    public static Jurisdiction Country { get; } = new(province: null);

    /// <summary>The code of the province today; null for the whole country.</summary>
    public string? Province { get; }

    /// <summary>The law of a province.</summary>
    /// <param name="province">Its code today.</param>
    public static Jurisdiction Of(string province) => new(province);

    /// <summary>True for what holds in the whole country, and for the province's own values.</summary>
    public bool Knows(PackDocument document) => document.ForProvince is null || document.ForProvince == Province;
}
