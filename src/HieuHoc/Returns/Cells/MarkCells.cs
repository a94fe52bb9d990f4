using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Cells;

/// <summary>A cell to mark, and why.</summary>
public sealed record TypedMark(string Cell, string? Reason);

/// <summary>Marks the cells of a return that are to be mended or made clear, while it is checked.</summary>
public sealed class MarkCells(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>The most characters of a reason, and of a remark: they are read beside a cell.</summary>
    public const int LongestText = 500;

    /// <summary>Marks these cells and no others; one that is no longer named is no longer marked.</summary>
    /// <param name="startedFrom">The revision that the page showed.</param>
    public async Task<Outcome<Return>> RunAsync(ReturnId id, int startedFrom, IReadOnlyList<TypedMark> typed, Actor actor, CancellationToken ct)
    {
        if (await db.ReturnsVisibleTo(actor).SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
        {
            return new ReturnNotFound();
        }

        var version = @return.CurrentVersion;
        var asked = await db.FormOfAsync(shelf, @return, @return.FormPackId, clock.Now.Day, ct);
        var before = await db.CellMarks.Where(mark => mark.Owner == @return.Owner && mark.ReturnId == id && mark.Version == version).ToListAsync(ct);
        var wanted = typed.DistinctBy(mark => mark.Cell).Select(mark => new TypedMark(mark.Cell, TypedText.Line(mark.Reason))).ToList();
        var changed = wanted.Where(mark => before.All(row => (row.Cell, row.Reason) != (mark.Cell, mark.Reason))).ToList();
        var gone = before.Where(row => wanted.All(mark => mark.Cell != row.Cell)).ToList();
        var checks = ReturnSteps.Open(@return.State, actor.Role, asked.Form.Way).Any(move => move.Step is ReturnStep.AskToMend);

        // Nothing new, or the same request again.
        if (changed.Count == 0 && gone.Count == 0 && checks && startedFrom >= @return.Revision - 1)
        {
            return @return;
        }

        if ((@return.Mark(startedFrom, actor.Role, asked.Form.Way) ?? Unfit(wanted, asked)) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // The return first and alone: of two that mark at once its revision decides, and not the key of a mark that both would add.
        if (await db.SaveReturnAsync(ct) is { } conflict)
        {
            return conflict;
        }

        db.RemoveRange(gone);
        changed.ForEach(mark => Keep(@return, mark, before.SingleOrDefault(row => row.Cell == mark.Cell), actor.PersonId));
        db.Record(new CellsMarked(id, version, [.. wanted.Select(mark => mark.Cell)]), @return.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return @return;
    }

    private static Refusal? Unfit(IReadOnlyList<TypedMark> wanted, ReturnForm asked) =>
        wanted.FirstOrDefault(mark => !asked.Form.Cells.Contains(mark.Cell)) is { } foreign ? new MarkedCellNotAsked(foreign.Cell)
        : wanted.FirstOrDefault(mark => mark.Reason is "") is { } bare ? new MarkReasonMissing(asked.Elements[EstimatedCell.ElementOf(bare.Cell)].Title.Here)
        : wanted.Any(mark => mark.Reason!.Length > LongestText) ? new RemarkTooLong(LongestText)
        : null;

    private void Keep(Return @return, TypedMark mark, CellMark? row, PersonId? by)
    {
        if (row is not null)
        {
            (row.Reason, row.MarkedBy, row.MarkedAt) = (mark.Reason!, by, clock.Now.Instant);

            return;
        }

        db.Add(new CellMark
        {
            Owner = @return.Owner,
            ReturnId = @return.Id,
            Version = @return.CurrentVersion,
            Cell = mark.Cell,
            Reason = mark.Reason!,
            MarkedBy = by,
            MarkedAt = clock.Now.Instant,
        });
    }
}
