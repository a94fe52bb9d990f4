using HieuHoc.Access;
using Microsoft.AspNetCore.Identity;

namespace HieuHoc.Web.Accounts;

/// <summary>How passwords are stored: PBKDF2 with HMAC-SHA512 and a salt of their own, in the format of ASP.NET Core Identity.</summary>
public sealed class PasswordHashing(IPasswordHasher<Person> hasher)
{
    private static readonly Person Nobody = new()
    {
        Owner = 0,
        Id = default,
        UserName = "",
        DisplayName = "",
        SecurityStamp = "",
    };

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>True when the hash is that of the password.</summary>
    public bool Verify(string hash, string password) =>
        hasher.VerifyHashedPassword(Nobody, hash, password) is not PasswordVerificationResult.Failed;

    /// <summary>Does the work of a check that cannot succeed: making a hash takes what checking one takes.</summary>
    public void Waste(string password) => hasher.HashPassword(Nobody, password);
}
