namespace HieuHoc.Cli;

/// <summary>What a verb tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Refused or failed, with a sentence that says what to do.</summary>
    public const int Refused = 1;

    public const int WrongUsage = 2;
}
