using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>Finds the roles that a text gives, by their verbs; the same words as nouns are none.</summary>
internal static class RolesReader
{
    private static readonly IReadOnlyList<(AgencyRole Role, PhraseSet Verbs, PhraseSet NounAfter)> Roles =
    [
        .. WordLists.Map<RoleWords>("roles").Select(role =>
            (Enum.Parse<AgencyRole>(role.Key, ignoreCase: true), new PhraseSet(role.Value.Verbs), new PhraseSet(role.Value.NounAfter))),
    ];

    /// <summary>Each role once, in the order in which the texts speak of them.</summary>
    public static IReadOnlyList<AgencyRole> In(IEnumerable<MappedText> texts) => [.. texts.SelectMany(text => In(Tokens.Of(text))).Distinct()];

    private static IEnumerable<AgencyRole> In(Tokens tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var (role, verbs, nounAfter) in Roles)
            {
                if (verbs.LengthAt(tokens, i) > 0 && nounAfter.LengthBefore(tokens, i) == 0)
                {
                    yield return role;
                }
            }
        }
    }

    private sealed record RoleWords(
        [property: System.Text.Json.Serialization.JsonPropertyName("verbs")] string[] Verbs,
        [property: System.Text.Json.Serialization.JsonPropertyName("nounAfter")] string[] NounAfter);
}
