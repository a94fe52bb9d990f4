using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Returns.Reasons;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting;

/// <summary>Why a commune's figure, or a whole section of them, is right although it looks odd.</summary>
/// <param name="Section">The section of the form.</param>
/// <param name="Cell">The cell; null where the reason covers the section.</param>
/// <param name="Ready">The reason that was chosen; null where words alone were written.</param>
/// <param name="Text">Words of its own; empty where what was chosen says enough.</param>
/// <param name="Words">Both together.</param>
internal sealed record FigureNote(int SubjectId, FormSection Section, string? Cell, ReadyReason? Ready, string Text, string Words)
{
    /// <summary>Notes of the reasons of one version, in the order of the form.</summary>
    public static IReadOnlyList<FigureNote> Of(int subject, FormsPack form, IReadOnlyList<ReturnReason> reasons) =>
    [
        .. from section in form.Sections
           from reason in reasons
           where reason.Cell.Length == 0 ? reason.Code == section.Code : section.Elements.Contains(reason.Cell)
           orderby reason.Cell.Length == 0 ? -1 : section.Elements.Index().First(cell => cell.Item == reason.Cell).Index
           select new FigureNote(
               subject,
               section,
               reason.Cell.Length == 0 ? null : reason.Cell,
               form.Reasons.FirstOrDefault(ready => ready.Code == reason.Ready),
               reason.Text,
               reason.Words(form, text => text.Vi)),
    ];
}

/// <summary>The reasons of the returns that a report is made of.</summary>
internal static class ReportNotes
{
    extension(HieuHocDb db)
    {
        /// <summary>Of one form of a round, by the versions whose figures count, or counted at an instant.</summary>
        public async Task<IReadOnlyList<FigureNote>> NotesAsync(PackShelf shelf, AskedForm asked, DateTime? asOf, CancellationToken ct)
        {
            var (owner, round) = (asked.Round.Owner, asked.Round.Id);
            var explained = db.ReturnReasons.Where(reason => reason.Owner == owner);
            var returns = db.Returns.AsNoTracking().Owed()
                .Where(@return => @return.Owner == owner && @return.RoundId == round && @return.FormPackId == asked.FormPackId && @return.ConfirmedVersion != null)
                .Where(@return => explained.Any(reason => reason.ReturnId == @return.Id));
            var counted = await returns.ToDictionaryAsync(@return => @return.Id, @return => (@return.SubjectId, Version: @return.ConfirmedVersion), ct);
            var ids = counted.Keys.ToList();
            var confirmed = asOf is { } instant ? await db.ConfirmedByAsync(owner, ids, instant, ct) : counted.ToDictionary(row => row.Key, row => row.Value.Version!.Value); // asked for above
            var reasons = (await db.ReturnReasons.AsNoTracking().Where(reason => reason.Owner == owner && EF.Parameter(ids).Contains(reason.ReturnId)).ToListAsync(ct))
                .ToLookup(reason => reason.ReturnId);
            var versions = await db.ReturnVersions.AsNoTracking().Where(version => version.Owner == owner && EF.Parameter(ids).Contains(version.ReturnId)).ToListAsync(ct);
            var form = await db.FormAsync(shelf, asked.FormPackId, ct);

            return
            [
                .. from version in versions
                   where confirmed.TryGetValue(version.ReturnId, out var number) && number == version.Number
                   let said = reasons[version.ReturnId].Where(reason => reason.Version <= version.Number)
                   from note in FigureNote.Of(
                       counted[version.ReturnId].SubjectId, form, ReasonQueries.HoldingIn(version.Number, said, form, Answers.FromJson(version.Answers)))
                   select note,
            ];
        }

        /// <summary>The last version of each return that was confirmed by an instant.</summary>
        private Task<Dictionary<ReturnId, int>> ConfirmedByAsync(short owner, IReadOnlyList<ReturnId> ids, DateTime instant, CancellationToken ct) =>
            db.ReturnMoves.AsNoTracking()
                .Where(move => move.Owner == owner && EF.Parameter(ids).Contains(move.ReturnId) && move.Step == ReturnStep.Confirm && move.TakenAt <= instant)
                .GroupBy(move => move.ReturnId)
                .Select(moves => new { Id = moves.Key, Version = moves.Max(move => move.Version) })
                .ToDictionaryAsync(row => row.Id, row => row.Version, ct);
    }
}
