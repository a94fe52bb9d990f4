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

    private static readonly PhraseSet Negations = WordLists.Set("negations");

    /// <summary>Each role once, in the order in which the texts speak of them.</summary>
    public static IReadOnlyList<AgencyRole> In(IEnumerable<MappedText> texts) => [.. texts.SelectMany(text => In(Tokens.Of(text))).Distinct()];

    /// <summary>True where a verb of a role stands here.</summary>
    public static bool IsRole(Tokens tokens, int i) => At(tokens, i).Any();

    private static IEnumerable<AgencyRole> In(Tokens tokens) => Enumerable.Range(0, tokens.Count).SelectMany(i => At(tokens, i));

    private static IEnumerable<AgencyRole> At(Tokens tokens, int i) =>
        Roles.Where(role => role.Verbs.LengthAt(tokens, i) > 0 && role.NounAfter.LengthBefore(tokens, i) == 0 && Negations.LengthBefore(tokens, i) == 0).Select(role => role.Role);

    private sealed record RoleWords(
        [property: System.Text.Json.Serialization.JsonPropertyName("verbs")] string[] Verbs,
        [property: System.Text.Json.Serialization.JsonPropertyName("nounAfter")] string[] NounAfter);
}
