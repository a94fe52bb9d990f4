namespace HieuHoc.Access;

/// <summary>A person's name as initials, for who may see records but not whose they are.</summary>
public static class MaskedName
{
    /// <summary>The first letter of every word: "Nguyễn Văn Mẫu" is "N. V. M.".</summary>
    public static string Of(string name) =>
        string.Join(' ', name.Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => $"{word[0]}."));

    /// <summary>The name as the actor may see it.</summary>
    public static string For(Actor actor, string name) => actor.Rule.Sees is PersonalData.Masked ? Of(name) : name;

    /// <summary>A line that begins with a name, as the actor may see it: what stands behind the first comma is no name.</summary>
    public static string InLine(Actor actor, string line) =>
        line.IndexOf(',', StringComparison.Ordinal) is var comma and > 0 ? For(actor, line[..comma]) + line[comma..] : For(actor, line);
}
