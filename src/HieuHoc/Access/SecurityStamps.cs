using System.Security.Cryptography;

namespace HieuHoc.Access;

/// <summary>The mark that every session of a person carries; a new one ends them all.</summary>
public static class SecurityStamps
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
