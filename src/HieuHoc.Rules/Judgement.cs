namespace HieuHoc.Rules;

/// <summary>A verdict together with what led to it, so that it can be printed and contested.</summary>
public sealed record Judgement(Verdict Verdict, Explanation Explanation);
