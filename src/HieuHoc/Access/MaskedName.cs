namespace HieuHoc.Access;

/// <summary>A person's name as initials, for who may see records but not whose they are.</summary>
public static class MaskedName
{
    /// <summary>The first letter of every word: "Nguyễn Văn Mẫu" is "N. V. M.".</summary>
    public static string Of(string name) =>
        string.Join(' ', name.Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => $"{word[0]}."));

    /// <summary>The name as the actor may see it.</summary>
    public static string For(Actor actor, string name) => actor.Rule.Sees is PersonalData.Masked ? Of(name) : name;
}
