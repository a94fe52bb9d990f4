using System.Security.Cryptography;

namespace HieuHoc.Access;

/// <summary>The passwords that are printed once and changed at the first sign-in.</summary>
public static class OneTimePassword
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Twenty letters in groups of five, without those that look alike: about a hundred bits.</summary>
    public static string New() =>
        string.Join('-', RandomNumberGenerator.GetString(Letters, 20).Chunk(5).Select(group => new string(group)));

    /// <summary>One that is not among the first guesses for this user name: a short name may stand in it by chance.</summary>
    public static string For(string userName)
    {
        var password = New();

        while (PasswordRule.Check(password, userName) is not null)
        {
            password = New();
        }

        return password;
    }
}
