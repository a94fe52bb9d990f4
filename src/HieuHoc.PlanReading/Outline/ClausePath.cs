namespace HieuHoc.PlanReading.Outline;

/// <summary>The path by which an item is cited. A decimal number holds the numbers before it (II and 2.1, not II, 2 and 2.1); bullets have none.</summary>
internal static class ClausePath
{
    public static string Of(Marker? marker, OutlineNode? parent)
    {
        if (marker is not { Label.Length: > 0 } own)
        {
            return parent?.Clause ?? "";
        }

        var above = own.Kind is MarkerKind.Decimal or MarkerKind.DeepDecimal ? AboveNumbers(own, parent) : parent;
        var path = above?.Clause ?? "";

        return path.Length == 0 ? own.Label : $"{path}.{own.Label}";
    }

    private static OutlineNode? AboveNumbers(Marker own, OutlineNode? parent)
    {
        while (parent?.Marker is { Kind: MarkerKind.Arabic or MarkerKind.Decimal } number && own.Label.StartsWith($"{number.Label}.", StringComparison.Ordinal))
        {
            parent = parent.Parent;
        }

        return parent;
    }
}
