using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Programmes.Money;

/// <summary>Amounts of money: whole numbers of đồng.</summary>
public static class MoneyAmount
{
    /// <summary>The most that one line or entry may say: what is above it was mistyped, and no sum of such leaves a 64-bit number.</summary>
    public const long Most = 999_999_999_999;

    /// <summary>True where something can be asked, given or spent of it.</summary>
    public static bool IsOne(long amount) => amount is > 0 and <= Most;

    /// <summary>Why an entry cannot say it; a correction may say 0, and so take an entry back.</summary>
    internal static Refusal? Unfit(long? amount, bool corrects) => amount is { } given && (IsOne(given) || (corrects && given == 0)) ? null : new MoneyAmountUnfit(Most);

    /// <summary>An amount as people type it: 1.500.000 or 1500000; null where it is none.</summary>
    public static long? Read(string? typed) =>
        TypedAnswers.Number((typed ?? "").Trim(), decimals: false) is { } number && number == decimal.Truncate(number) && number <= Most ? (long)number : null;
}
