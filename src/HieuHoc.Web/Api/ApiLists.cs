using System.Text.Json;

namespace HieuHoc.Web.Api;

/// <summary>What the addresses of long lists have in common.</summary>
internal static class ApiLists
{
    /// <summary>How many of a list one answer has.</summary>
    public const int Most = 50;

    /// <summary>Reads a word of a closed list, written as answers write it; false where it is none. No word is none to choose by.</summary>
    public static bool TryRead<T>(string? word, out T? named)
        where T : struct, Enum
    {
        named = Enum.GetValues<T>().Where(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Equals(word, StringComparison.OrdinalIgnoreCase))
            .Select(value => (T?)value).FirstOrDefault();

        return named is not null || string.IsNullOrEmpty(word);
    }
}
