using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Cells;

/// <summary>Something to say of a cell.</summary>
/// <param name="Id">Chosen by whoever says it: the same words under the same id are said once.</param>
public sealed record TypedRemark(RemarkId Id, string Cell, string? Text);

/// <summary>Adds to the conversation about cells that were marked: the sender's answers, and further words of either side.</summary>
public sealed class RemarkOnCells(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>Says all of it or nothing; what is typed empty says nothing.</summary>
    public async Task<Outcome<Return>> RunAsync(ReturnId id, IReadOnlyList<TypedRemark> typed, Actor actor, CancellationToken ct)
    {
        if (await db.ReturnsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
        {
            return new ReturnNotFound();
        }

        var form = await db.FormAsync(shelf, @return.FormPackId, ct);
        var talk = await db.CellTalkAsync(@return, form, actor, ct);
        var said = typed.DistinctBy(remark => remark.Id).Select(remark => remark with { Text = TypedText.Line(remark.Text) }).Where(remark => remark.Text is not "").ToList();

        if (Unfit(@return, talk, said) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Of two same requests at once the second finds what the first said.
        await db.Engine.LockAsync(db, "remarks", ct);
        var ids = said.Select(remark => remark.Id).ToList();
        var before = await db.CellRemarks.AsNoTracking().Where(remark => remark.Owner == @return.Owner && EF.Parameter(ids).Contains(remark.Id)).ToListAsync(ct);

        if (before.Any(row => said.Single(remark => remark.Id == row.Id) is var again && (row.ReturnId, row.Cell, row.Text, row.SaidBy) != (id, again.Cell, again.Text, actor.PersonId)))
        {
            return new RemarkDiffers();
        }

        await AddAsync(@return, talk.Side!.Value, [.. said.Where(remark => before.All(row => row.Id != remark.Id))], actor, ct); // who has no side was refused
        await transaction.CommitAsync(ct);

        return @return;
    }

    private static Refusal? Unfit(Return @return, CellTalk talk, IReadOnlyList<TypedRemark> said) =>
        said.Any(remark => remark.Text!.Length > MarkCells.LongestText) ? new RemarkTooLong(MarkCells.LongestText)
        : @return.TakenOverBy is not null ? new ReturnTakenOver()
        : talk.Side is null ? new CellsNotYoursToDiscuss()
        : said.FirstOrDefault(remark => !talk.MaySayOf(remark.Cell)) is { } foreign ? new CellNotMarked(foreign.Cell)
        : null;

    private async Task AddAsync(Return @return, RemarkSide side, IReadOnlyList<TypedRemark> said, Actor actor, CancellationToken ct)
    {
        if (said.Count == 0)
        {
            return;
        }

        var now = clock.Now;
        var version = side is RemarkSide.Sender ? @return.CurrentVersion : @return.SentVersion;
        db.AddRange(said.Select(remark => new CellRemark
        {
            Owner = @return.Owner,
            Id = remark.Id,
            ReturnId = @return.Id,
            Version = version,
            Cell = remark.Cell,
            Text = remark.Text!, // cleaned
            Side = side,
            SaidBy = actor.PersonId,
            SaidAt = now.Instant,
        }));
        db.Record(new CellsRemarked(@return.Id, version, [.. said.Select(remark => remark.Cell).Distinct()]), @return.Owner, actor.PersonId?.Value, now);
        await db.SaveChangesAsync(ct);
    }
}
