using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>One value with the words that belong to it, while a part of a sentence is taken apart.</summary>
/// <param name="Lead">Where the words begin that lead to the value ("phấn đấu đến năm 2025 đạt").</param>
/// <param name="SubjectFrom">Who or what; equal to <paramref name="SubjectTo"/> where the words stand elsewhere.</param>
/// <param name="End">Where the claim ends.</param>
/// <param name="IsContainer">It holds what follows ("01 xã điểm với …") and shares nothing with it.</param>
/// <param name="Each">Of what every one is to reach it, where the words that lead to the value say it: "mỗi huyện, thành phố có".</param>
internal sealed record Claim(Anchor Anchor, int Lead, int SubjectFrom, int SubjectTo, int End, bool IsContainer, Each? Each)
{
    public bool HasSubject => SubjectFrom < SubjectTo;

    /// <summary>Where it says what is to be reached; the end where it leaves that to others.</summary>
    public int Predicate(Tokens tokens) => tokens.Find(TargetWords.Predicates, Math.Min(SubjectFrom + 1, SubjectTo), SubjectTo);

    public bool HasPredicate(Tokens tokens) => Predicate(tokens) < SubjectTo;
}
