using System.Collections.Frozen;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Committees;

/// <summary>
/// The members of a decision as a list that is pasted from its table: one a line, name, post, duty and agency in columns that a
/// tab or a semicolon parts.
/// </summary>
public static class CommitteeLines
{
    /// <summary>What decisions write for each duty, folded and without what varies.</summary>
    private static readonly FrozenDictionary<string, CommitteeDuty> ByWords = new Dictionary<string, CommitteeDuty>
    {
        ["truong ban"] = CommitteeDuty.Head,
        ["pho truong ban thuong truc"] = CommitteeDuty.StandingDeputy,
        ["pho truong ban"] = CommitteeDuty.Deputy,
        ["pho ban"] = CommitteeDuty.Deputy,
        ["uy vien thuong truc"] = CommitteeDuty.StandingMember,
        ["thanh vien thuong truc"] = CommitteeDuty.StandingMember,
        ["uy vien"] = CommitteeDuty.Member,
        ["thanh vien"] = CommitteeDuty.Member,
        ["thu ky"] = CommitteeDuty.Secretary,
        ["thu ky ban"] = CommitteeDuty.Secretary,
        ["uy vien thu ky"] = CommitteeDuty.Secretary,
        ["thanh vien thu ky"] = CommitteeDuty.Secretary,
        ["thanh vien kiem thu ky"] = CommitteeDuty.Secretary,
        ["to truong"] = CommitteeDuty.SupportLead,
        ["to truong to giup viec"] = CommitteeDuty.SupportLead,
        ["to vien"] = CommitteeDuty.Support,
        ["thanh vien to giup viec"] = CommitteeDuty.Support,
        ["giup viec"] = CommitteeDuty.Support,
    }.ToFrozenDictionary();

    /// <summary>The members, or the first line that has no duty that is known.</summary>
    public static Outcome<IReadOnlyList<StatedMember>> Read(string? typed)
    {
        var (members, number) = (new List<StatedMember>(), 0);

        foreach (var line in (typed ?? "").Split('\n'))
        {
            number++;
            var cells = CellsOf(line);

            if (cells.Count == 0)
            {
                continue;
            }

            if (MemberOf(cells) is not { } member)
            {
                return new CommitteeLineUnread(number);
            }

            members.Add(member);
        }

        return members;
    }

    /// <summary>The list as it is shown to be changed.</summary>
    /// <param name="wordsOf">What is written for a duty.</param>
    public static string Write(IEnumerable<StatedMember> members, Func<CommitteeDuty, string> wordsOf) =>
        string.Join('\n', members.Select(member => $"{member.Name}; {member.Post}; {wordsOf(member.Duty)}{(member.Agency.Length > 0 ? $"; {member.Agency}" : "")}"));

    /// <summary>The columns; a leading number of the table is none.</summary>
    private static List<string> CellsOf(string line)
    {
        var cells = line.Split('\t', ';').Select(cell => TypedText.Line(cell)).ToList();

        if (cells[0].Length > 0 && cells[0].All(sign => char.IsAsciiDigit(sign) || sign is '.' or ')'))
        {
            cells.RemoveAt(0);
        }

        return cells.All(cell => cell.Length == 0) ? [] : cells;
    }

    /// <summary>The last column that is a duty says it: a post may be called like one.</summary>
    private static StatedMember? MemberOf(List<string> cells)
    {
        var duty = cells.FindLastIndex(cell => DutyOf(cell) is not null);

        if (duty < 1)
        {
            return null;
        }

        var others = cells.Where((_, column) => column != duty).ToList();

        return new StatedMember(others[0], others.ElementAtOrDefault(1) ?? "", DutyOf(cells[duty])!.Value, string.Join(", ", others.Skip(2).Where(cell => cell.Length > 0)));
    }

    private static CommitteeDuty? DutyOf(string cell)
    {
        var words = Vietnamese.Fold(string.Concat(cell.Select(sign => char.IsLetter(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.NonSpacingMark ? sign : ' ')))
            .Replace(" ban chi dao", " ban", StringComparison.Ordinal).Trim();

        return ByWords.TryGetValue(words, out var duty) ? duty : null;
    }
}
