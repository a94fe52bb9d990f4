namespace HieuHoc.Returns;

/// <summary>The second answer of a cell: beside what there is to the cut-off, what the whole year is estimated at.</summary>
public static class EstimatedCell
{
    private const string Mark = "~estimate";

    /// <summary>The name under which it is typed, stored and read by rules: <c>family.recognised~estimate</c>. It is no element.</summary>
    public static string NameOf(string code) => code + Mark;

    /// <summary>True for the name of an estimate.</summary>
    public static bool Is(string name) => name.EndsWith(Mark, StringComparison.Ordinal);

    /// <summary>The element that a cell is about, be it asked for itself or for its estimate.</summary>
    public static string ElementOf(string name) => Is(name) ? name[..^Mark.Length] : name;
}
