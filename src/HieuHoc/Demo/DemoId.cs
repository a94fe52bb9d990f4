using System.Security.Cryptography;
using System.Text;
using HieuHoc.Places;

namespace HieuHoc.Demo;

/// <summary>Ids of what is made: the same each time, so that a making that was stopped finds what it made.</summary>
internal static class DemoId
{
    public static Guid Of(Owner owner, string what) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{owner.Id} {what}")).AsSpan(0, 16));
}
