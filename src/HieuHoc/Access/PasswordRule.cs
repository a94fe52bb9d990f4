using System.Collections.Frozen;
using HieuHoc.Platform;

namespace HieuHoc.Access;

/// <summary>What a password must be: long enough, and not among the first guesses.</summary>
public static class PasswordRule
{
    /// <summary>Characters.</summary>
    public const int AtLeast = 10;

    // The rule has a length, so only common ones of ten characters or more need naming; stems catch their endings (…123, …@2026).
    private static readonly FrozenSet<string> Common = new[]
    {
        "0123456789", "1234567890", "0987654321", "9876543210", "1234567891", "12345678910", "123456789a", "a123456789",
        "1122334455", "1111111111", "0000000000", "1234512345", "123123123123", "147258369", "abcdefghij", "abcd123456",
        "abc1234567", "aa123456789", "q1w2e3r4t5", "1q2w3e4r5t", "1qaz2wsx3edc", "qwertyuiop", "qwerty12345", "asdfghjkl;",
        "zxcvbnm123", "iloveyou123", "administrator", "welcome123", "changeme123", "letmein123", "anhyeuem123", "emyeuanh123",
    }.ToFrozenSet();

    private static readonly IReadOnlyList<string> Stems =
    [
        "password", "passw0rd", "p@ssw0rd", "matkhau", "hieuhoc", "hoctap", "khuyenhoc", "giaoduc", "vietnam", "quangtri",
        "quantri", "admin", "qwerty", "iloveyou", "abc123", "123456",
    ];

    /// <summary>Why the password cannot be this one, or null.</summary>
    public static Refusal? Check(string password, string userName)
    {
        if (password.Length < AtLeast)
        {
            return new PasswordTooShort(AtLeast);
        }

        var folded = Vietnamese.Fold(password).Replace(" ", "", StringComparison.Ordinal);
        var guessable = Common.Contains(folded)
            || folded.Distinct().Count() < 4
            || folded.Contains(userName, StringComparison.Ordinal)
            || Stems.Any(stem => folded.Replace(stem, "", StringComparison.Ordinal).Count(char.IsLetter) < 2 && folded.Contains(stem, StringComparison.Ordinal));

        return guessable ? new PasswordTooCommon() : null;
    }
}
