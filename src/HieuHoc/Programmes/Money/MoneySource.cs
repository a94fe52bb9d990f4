namespace HieuHoc.Programmes.Money;

/// <summary>Where money of a programme comes from.</summary>
public enum MoneySource
{
    /// <summary>The province's budget, for what the province does.</summary>
    Province,

    /// <summary>The commune's budget; before July 2025 that of the district too.</summary>
    Local,

    /// <summary>What other programmes pay for the same ends: lồng ghép.</summary>
    Integrated,

    /// <summary>What organisations, enterprises and people give: huy động, xã hội hóa.</summary>
    Mobilised,
}
