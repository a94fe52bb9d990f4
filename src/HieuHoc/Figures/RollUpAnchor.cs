namespace HieuHoc.Figures;

/// <summary>Whose roll-up a row of figures enters, for many at once.</summary>
internal static class RollUpAnchor
{
    /// <summary>The commune to which the village of a row belonged at the end of its period; any other place itself.</summary>
    /// <param name="table">A table with <c>subject_id</c> and <c>period_id</c>.</param>
    public static string Of(string table) =>
        $"""
        coalesce(
            (
                select parent.parent_id
                from place
                join place_parent parent on parent.place_id = place.id
                join period on period.id = {table}.period_id
                where place.id = {table}.subject_id and place.level = 'Village' and parent.valid_from <= period.last_day
                order by parent.valid_from desc
                limit 1
            ),
            {table}.subject_id)
        """;
}
