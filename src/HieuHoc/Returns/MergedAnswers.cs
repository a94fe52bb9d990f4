using HieuHoc.Figures;

namespace HieuHoc.Returns;

/// <summary>What one return says instead of several.</summary>
/// <param name="IsWhole">False when something that was answered has no place in it, so that a person must answer again.</param>
public sealed record MergedAnswers(Answers Answers, bool IsWhole)
{
    /// <summary>
    /// Adds up cell by cell. Where one of them has no answer there is none, since a blank is not a zero; nor where what is
    /// counted does not add up over places. The answers of a single one stay as they are.
    /// </summary>
    public static MergedAnswers Of(IReadOnlyList<Answers> parts, IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        if (parts is [var only])
        {
            return new MergedAnswers(only, true);
        }

        var answered = parts.SelectMany(part => part.Names).ToLookup(pair => pair.Key, pair => pair.Value);
        var sums = answered
            .Where(cell => cell.Count() == parts.Count && elements[EstimatedCell.ElementOf(cell.Key)].OverSubjects is OverSubjects.Sum)
            .ToDictionary(cell => cell.Key, cell => cell.Sum());

        return new MergedAnswers(new Answers(sums), sums.Count == answered.Count);
    }
}
