using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Narrative;

/// <summary>A difficulty or a proposal, and whose it is.</summary>
/// <param name="Round">The title of the round whose return says it; null of what was raised outside a return.</param>
public sealed record DifficultyLine(Difficulty Item, string Sender, string? Round);

/// <summary>Lists difficulties and proposals, of reports and raised at any time.</summary>
public sealed class ListDifficulties(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Those that the actor sees.</summary>
    /// <param name="open">True for those without a reply alone, false for those with one, null for all.</param>
    public IQueryable<Difficulty> In(bool? open, Actor actor) =>
        db.DifficultiesVisibleTo(actor).AsNoTracking().Where(item => open == null || (item.Reply == null) == open);

    /// <summary>Some of them with whose they are, those without a reply first. What a return says comes under its round, the youngest first; what was raised outside one stands by its own day.</summary>
    public async Task<IReadOnlyList<DifficultyLine>> LinesAsync(IQueryable<Difficulty> items, int skip, int most, CancellationToken ct)
    {
        var (names, returns, rounds) = (db.SubjectNamesOn(clock.Now.Day), db.Returns, db.Rounds);
        var rows = await (
            from item in items
            join said in returns on new { item.Owner, Id = item.ReturnId } equals new { said.Owner, Id = (ReturnId?)said.Id } into saids
            from said in saids.DefaultIfEmpty()
            join of in rounds on new { said.Owner, Id = said.RoundId } equals new { of.Owner, of.Id } into ofs
            from of in ofs.DefaultIfEmpty()
            join name in names on item.SubjectId ?? said.SubjectId equals name.SubjectId
            orderby item.Reply != null, item.RaisedAt == null, item.RaisedAt descending, of.OpensOn descending, name.Name, item.Kind, item.Number, item.Id
            select new { item, name.FullName, Title = of == null ? null : of.Title }).Skip(skip).Take(most).ToListAsync(ct);

        return [.. rows.Select(row => new DifficultyLine(row.item, row.FullName, row.Title))];
    }

    /// <summary>One that the actor sees.</summary>
    public async Task<Outcome<DifficultyLine>> OneAsync(DifficultyId id, Actor actor, CancellationToken ct) =>
        await LinesAsync(In(open: null, actor).Where(item => item.Id == id), 0, 1, ct) is [var line] ? line : new DifficultyNotFound();
}
