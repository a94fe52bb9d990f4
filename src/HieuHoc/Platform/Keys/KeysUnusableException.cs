namespace HieuHoc.Platform.Keys;

/// <summary>The key ring was asked for and cannot be used; whoever started the program is told why.</summary>
public sealed class KeysUnusableException(Refusal refusal) : Exception(refusal.ToString())
{
    public Refusal Refusal { get; } = refusal;
}
