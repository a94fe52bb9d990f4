namespace HieuHoc.Rules;

/// <summary>What a rule says of the facts; that it cannot say is an answer too, and neither of the others.</summary>
public enum Verdict
{
    Met,
    NotMet,
    CannotSay,
}
