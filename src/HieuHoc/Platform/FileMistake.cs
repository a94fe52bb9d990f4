namespace HieuHoc.Platform;

/// <summary>Something wrong in a file that was handed over: where, the key of the sentence that says what, and what stood there.</summary>
public sealed record FileMistake(string Where, string Key, string Value);
