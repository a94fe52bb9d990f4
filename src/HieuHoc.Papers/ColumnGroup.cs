namespace HieuHoc.Papers;

/// <summary>Neighbouring columns under one upper heading, or a single column without one.</summary>
internal readonly record struct ColumnGroup(int First, int Count, string? Group)
{
    public static IReadOnlyList<ColumnGroup> Of(IReadOnlyList<string?> groups)
    {
        var found = new List<ColumnGroup>();

        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i] is { } group && found is [.., var last] && last.Group == group)
            {
                found[^1] = last with { Count = last.Count + 1 };
            }
            else
            {
                found.Add(new(i, 1, groups[i]));
            }
        }

        return found;
    }
}
