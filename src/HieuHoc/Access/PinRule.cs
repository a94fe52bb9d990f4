using System.Globalization;
using HieuHoc.Platform;

namespace HieuHoc.Access;

/// <summary>What a PIN must be: six digits that are not among the first guesses.</summary>
public static class PinRule
{
    public const int Digits = 6;

    private static readonly string[] DateForms = ["ddMMyy", "MMddyy", "yyMMdd"];

    /// <summary>Why the PIN cannot be this one, or null.</summary>
    public static Refusal? Check(string pin)
    {
        if (pin.Length != Digits || !pin.All(char.IsAsciiDigit))
        {
            return new PinIllFormed(Digits);
        }

        var steps = pin.Zip(pin.Skip(1), (before, after) => after - before).Distinct().ToList();
        // 111111, 123456, 987654; 121212, 123123; a birthday.
        var guessable = steps.Count == 1
            || pin[..2] == pin[2..4] && pin[..2] == pin[4..]
            || pin[..3] == pin[3..]
            || DateForms.Any(form => DateOnly.TryParseExact(pin, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

        return guessable ? new PinTooCommon() : null;
    }
}
