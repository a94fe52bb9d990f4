using HieuHoc.Access;

namespace HieuHoc.Returns.Cells;

/// <summary>Something that was said of a cell: why it was marked, an answer, or further words.</summary>
/// <param name="Who">The name of the account; null when the installation itself acted.</param>
/// <param name="IsReason">True for the reason of a mark.</param>
public sealed record CellWords(string Cell, RemarkSide Side, string? Who, DateTime At, string Text, int Version, bool IsReason);

/// <summary>What is asked and said of the cells of a return, as far as one of its two sides, or a reader, may know of it.</summary>
/// <param name="Asked">The marks for which the return was given back last, in the order of the form; empty where all of it was.</param>
/// <param name="Marked">Those of the version that is being checked, which only who checks it knows.</param>
/// <param name="Words">Of all versions, in the order in which they were said.</param>
/// <param name="Side">The side for which the visitor speaks now; null for who only reads.</param>
public sealed record CellTalk(IReadOnlyList<CellMark> Asked, IReadOnlyList<CellMark> Marked, IReadOnlyList<CellWords> Words, RemarkSide? Side)
{
    /// <summary>What was said of a cell.</summary>
    public IReadOnlyList<CellWords> Of(string cell) => [.. Words.Where(words => words.Cell == cell)];

    /// <summary>True when the visitor may say something of a cell: it was marked, and they know it.</summary>
    public bool MaySayOf(string cell) => Side is not null && Words.Any(words => words.IsReason && words.Cell == cell);

    /// <summary>What of all that was marked and said the actor may know.</summary>
    public static CellTalk Of(
        Return @return, FormsPack form, IReadOnlyList<CellMark> marks, IReadOnlyList<CellRemark> remarks, IReadOnlyDictionary<PersonId, string> names, Actor actor)
    {
        var checks = ReturnSteps.Checks(actor.Role, form.Way);
        // What is said before sending goes with the version: who does not see the one does not hear the other.
        var sent = ReturnSteps.Prepares(actor.Role, form.Way) ? @return.VersionFor(actor, form.Way) : @return.SentVersion;
        var known = marks.Where(mark => mark.AskedAt is not null || (checks && mark.Version == @return.CurrentVersion && ReturnSteps.Held.Contains(@return.State))).ToList();
        var heard = remarks.Where(remark => remark.Side is RemarkSide.Sender
            ? remark.Version <= sent
            : checks || remark.Version < @return.CurrentVersion || @return.State is ReturnState.Confirmed);
        var words = known
            .Select(mark => new CellWords(mark.Cell, RemarkSide.Receiver, Name(mark.MarkedBy), mark.MarkedAt, mark.Reason, mark.Version, true))
            .Concat(heard.Select(remark => new CellWords(remark.Cell, remark.Side, Name(remark.SaidBy), remark.SaidAt, remark.Text, remark.Version, false)))
            .OrderBy(said => said.At).ThenBy(said => said.Version).ThenBy(said => said.Side);

        return new CellTalk(
            form.InOrder([.. known.Where(mark => mark.Version == @return.MarkedVersion)]),
            form.InOrder([.. known.Where(mark => mark.AskedAt is null)]),
            [.. words],
            SideOf(@return, actor, form.Way));

        string? Name(PersonId? person) => person is { } id ? names.GetValueOrDefault(id) : null;
    }

    /// <summary>The side for which somebody speaks: who hands a return in while it is unsent, and then who checks it; null for everybody else.</summary>
    public static RemarkSide? SideOf(Return @return, Actor actor, ReturnWay way)
    {
        var prepares = ReturnSteps.Prepares(actor.Role, way);

        return @return.TakenOverBy is not null ? null
            : prepares && !ReturnSteps.Held.Contains(@return.State) ? RemarkSide.Sender
            : ReturnSteps.Checks(actor.Role, way) && @return.SentVersion > 0 ? RemarkSide.Receiver
            : prepares ? RemarkSide.Sender
            : null;
    }
}
