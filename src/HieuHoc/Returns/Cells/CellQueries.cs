using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Cells;

/// <summary>Who saved a cell, and when.</summary>
/// <param name="Who">The name of the account; null when the installation itself acted.</param>
public sealed record SavedCell(string? Who, DateTime At);

/// <summary>What is asked and said of the cells of a return.</summary>
public static class CellQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The cells that are marked in a version.</summary>
        internal async Task<IReadOnlyList<CellMark>> MarksAsync(Return @return, int version, CancellationToken ct) => await db.CellMarks
            .Where(mark => mark.Owner == @return.Owner && mark.ReturnId == @return.Id && mark.Version == version)
            .ToListAsync(ct);

        /// <summary>The cells for which a return was given back; null where all of it may be changed.</summary>
        public async Task<AskedCells?> AskedCellsAsync(Return @return, FormsPack form, CancellationToken ct)
        {
            if (@return.MarkedVersion is not { } version)
            {
                return null;
            }

            var marks = await db.CellMarks.AsNoTracking()
                .Where(mark => mark.Owner == @return.Owner && mark.ReturnId == @return.Id && mark.Version == version)
                .ToListAsync(ct);
            var said = await db.CellRemarks.AsNoTracking()
                .Where(remark => remark.Owner == @return.Owner && remark.ReturnId == @return.Id && remark.Version > version && remark.Side == RemarkSide.Sender)
                .ToListAsync(ct);
            var sent = await db.ReturnVersions.AsNoTracking()
                .Where(row => row.Owner == @return.Owner && row.ReturnId == @return.Id && row.Number == version)
                .Select(row => row.Answers)
                .SingleAsync(ct);

            return new AskedCells(form.InOrder(marks), Answers.FromJson(sent), said);
        }

        /// <summary>All that somebody may know of what is asked and said of the cells of a return.</summary>
        public async Task<CellTalk> CellTalkAsync(Return @return, FormsPack form, Actor actor, CancellationToken ct)
        {
            var marks = await db.CellMarks.AsNoTracking().Where(mark => mark.Owner == @return.Owner && mark.ReturnId == @return.Id).ToListAsync(ct);
            var remarks = marks.Count == 0 ? [] : await db.CellRemarks.AsNoTracking()
                .Where(remark => remark.Owner == @return.Owner && remark.ReturnId == @return.Id)
                .ToListAsync(ct);
            var names = await db.NamesAsync(
                @return.Owner, [.. marks.Select(mark => mark.MarkedBy).Concat(remarks.Select(remark => remark.SaidBy)).OfType<PersonId>().Distinct()], ct);

            return CellTalk.Of(@return, form, marks, remarks, names, actor);
        }

        /// <summary>Who saved these cells of a return last, and when; of what came another way, the installation.</summary>
        /// <param name="savedAt">When the answers were saved last.</param>
        public async Task<IReadOnlyDictionary<string, SavedCell>> SavedCellsAsync(Return @return, DateTime savedAt, IReadOnlyList<string> cells, CancellationToken ct)
        {
            var record = @return.Id.Value.ToString();
            var saves = await db.AuditEntries.AsNoTracking()
                .Where(entry => entry.Owner == @return.Owner && entry.Record == record && entry.Change == nameof(ReturnSaved))
                .OrderByDescending(entry => entry.At)
                .Select(entry => new { entry.At, entry.PersonId, entry.Detail })
                .ToListAsync(ct);
            var read = saves.Select(save => (save.At, save.PersonId, JsonSerializer.Deserialize<ReturnSaved>(save.Detail, Json.Compact)!.Cells)).ToList();
            var names = await db.NamesAsync(@return.Owner, [.. read.Select(save => save.PersonId).OfType<Guid>().Select(person => new PersonId(person))], ct);

            return cells.ToDictionary(cell => cell, cell => read.FirstOrDefault(save => save.Cells.Contains(cell)) is { Cells: not null } save
                ? new SavedCell(save.PersonId is { } person ? names.GetValueOrDefault(new PersonId(person)) : null, save.At)
                : new SavedCell(null, savedAt));
        }

        private async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(short owner, IReadOnlyCollection<PersonId> people, CancellationToken ct) => people.Count == 0
            ? new Dictionary<PersonId, string>()
            : await db.People.AsNoTracking()
                .Where(person => person.Owner == owner && EF.Parameter(people).Contains(person.Id))
                .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);

        /// <summary>How many cells of each of these returns wait for an answer; those that wait for none are not there.</summary>
        public async Task<IReadOnlyDictionary<ReturnId, int>> WaitingCellsAsync(PackShelf shelf, IQueryable<Return> returns, CancellationToken ct)
        {
            var waiting = new Dictionary<ReturnId, int>();

            foreach (var @return in await returns.AsNoTracking().Where(@return => @return.MarkedVersion != null).ToListAsync(ct))
            {
                var now = await db.ReturnVersions.AsNoTracking()
                    .Where(row => row.Owner == @return.Owner && row.ReturnId == @return.Id && row.Number == @return.CurrentVersion)
                    .Select(row => row.Answers)
                    .SingleAsync(ct);
                waiting[@return.Id] = (await db.AskedCellsAsync(@return, await db.FormAsync(shelf, @return.FormPackId, ct), ct))!.Waiting(Answers.FromJson(now)).Count; // its version is marked
            }

            return waiting;
        }
    }

    /// <summary>Marks in the order of a form; what it asks no more comes last.</summary>
    internal static IReadOnlyList<CellMark> InOrder(this FormsPack form, IReadOnlyList<CellMark> marks)
    {
        var places = form.Cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);

        return [.. marks.OrderBy(mark => places.GetValueOrDefault(mark.Cell, int.MaxValue)).ThenBy(mark => mark.Cell, StringComparer.Ordinal)];
    }
}
