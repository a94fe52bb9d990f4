using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>Finds what a workbook speaks of.</summary>
public static class WorkbookScopeQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The returns into which the actor types, with all that a workbook shows of them; a refusal where there are none.</summary>
        public async Task<Outcome<WorkbookScope>> WorkbookScopeAsync(
            PackShelf shelf, WorkbookRecord record, Actor actor, DateOnly today, CancellationToken ct)
        {
            var visible = db.ReturnsVisibleTo(actor).AsNoTracking();
            var returns = record switch
            {
                WorkbookRecord.OfReturn one => await visible.Where(@return => @return.Id == one.Id).ToListAsync(ct),
                WorkbookRecord.OfVillages villages => await db.OfVillagesAsync(visible, villages, actor, today, ct),
                _ => [],
            };

            if (returns.Count == 0)
            {
                return new ReturnNotFound();
            }

            var asked = await db.FormOfAsync(shelf, returns[0], returns[0].FormPackId, today, ct);

            return ReturnSteps.MayType(actor.Role, asked.Form.Way)
                ? await db.ScopeAsync(shelf, record, returns, asked, actor, ct)
                : new ReturnNotYoursToFill();
        }

        /// <summary>What is owed by the villages of a commune on the last day of the round's period; none unless the round asks villages.</summary>
        private async Task<List<Return>> OfVillagesAsync(
            IQueryable<Return> visible, WorkbookRecord.OfVillages record, Actor actor, DateOnly today, CancellationToken ct)
        {
            if (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(round => round.Owner == actor.Owner && round.Id == record.Round, ct) is not { } round)
            {
                return [];
            }

            var lastDay = await db.Periods.Where(period => period.Id == round.PeriodId).Select(period => period.LastDay).SingleAsync(ct);
            var communes = db.PlaceCodes.HoldingOn(today).Where(code => code.Code == record.Commune).Select(code => code.PlaceId);
            var villages = db.PlaceParents.HoldingOn(lastDay).Where(parent => communes.Contains(parent.ParentId)).Select(parent => parent.PlaceId);
            var levels = db.Places.Where(place => place.Level == PlaceLevel.Village).Select(place => place.Id);

            return await visible.Owed()
                .Where(@return => @return.RoundId == round.Id && villages.Contains(@return.SubjectId) && levels.Contains(@return.SubjectId))
                .ToListAsync(ct);
        }

        private async Task<WorkbookScope> ScopeAsync(
            PackShelf shelf, WorkbookRecord record, IReadOnlyList<Return> returns, ReturnForm asked, Actor actor, CancellationToken ct)
        {
            var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Owner == actor.Owner && round.Id == returns[0].RoundId, ct);
            var subjects = returns.Select(@return => @return.SubjectId).ToHashSet();
            var names = await db.SubjectNamesOn(round.CutOffOn).Where(name => subjects.Contains(name.SubjectId)).ToDictionaryAsync(name => name.SubjectId, ct);
            var past = await db.PastYearsAsync(shelf, actor.Owner, asked.Period, subjects, asked.Form.Elements, ct);
            var answers = await db.AnswersOfAsync(returns, actor, ct);
            var marked = await db.MarkedAsync(returns, asked.Form, ct);
            var ofVillages = record is WorkbookRecord.OfVillages;
            var (title, whose) = ofVillages
                ? await db.CommuneAsync(((WorkbookRecord.OfVillages)record).Commune, round.CutOffOn, ct)
                : (names[returns[0].SubjectId].FullName, await db.CodeOfAsync(returns[0].SubjectId, round.CutOffOn, ct));

            return new WorkbookScope
            {
                Round = round,
                Form = asked.Form,
                Elements = asked.Elements,
                Title = title,
                Mark = new WorkbookMark(round.Code, whose),
                IsOfVillages = ofVillages,
                IsDemo = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.Demo).SingleAsync(ct),
                Returns =
                [
                    .. returns
                        .OrderBy(@return => names[@return.SubjectId].Name, Vietnamese.Order).ThenBy(@return => @return.SubjectId)
                        .Select(@return => new WorkbookReturn(
                            @return.Id,
                            @return.SubjectId,
                            names[@return.SubjectId].FullName,
                            @return.Revision,
                            @return.IsEditable,
                            marked.GetValueOrDefault(@return.Id),
                            answers[@return.Id],
                            past[@return.SubjectId])),
                ],
            };
        }

        /// <summary>What stands in the version of each that the actor sees.</summary>
        private async Task<IReadOnlyDictionary<ReturnId, Answers>> AnswersOfAsync(IReadOnlyList<Return> returns, Actor actor, CancellationToken ct)
        {
            var ids = returns.Select(@return => @return.Id).ToList();
            var versions = (await db.ReturnVersions.AsNoTracking()
                .Where(version => version.Owner == actor.Owner && ids.Contains(version.ReturnId))
                .ToListAsync(ct)).ToLookup(version => version.ReturnId);

            return returns.ToDictionary(
                @return => @return.Id,
                @return => versions[@return.Id].FirstOrDefault(version => version.Number == @return.CurrentVersion) is { } version ? Answers.FromJson(version.Answers) : Answers.None);
        }

        /// <summary>The cells for which some of the returns were given back.</summary>
        private async Task<IReadOnlyDictionary<ReturnId, AskedCells?>> MarkedAsync(IReadOnlyList<Return> returns, FormsPack form, CancellationToken ct)
        {
            var marked = new Dictionary<ReturnId, AskedCells?>();

            foreach (var @return in returns.Where(@return => @return.MarkedVersion is not null))
            {
                marked[@return.Id] = await db.AskedCellsAsync(@return, form, ct);
            }

            return marked;
        }

        private async Task<(string Title, string Code)> CommuneAsync(string code, DateOnly day, CancellationToken ct)
        {
            var id = await db.PlaceCodes.HoldingOn(day).Where(holding => holding.Code == code).Select(holding => (int?)holding.PlaceId).FirstOrDefaultAsync(ct);

            return (id is { } known ? await db.SubjectNameAsync(known, day, ct) ?? code : code, code);
        }

        /// <summary>The code of a place or agency; of a village, which has none, its number.</summary>
        private async Task<string> CodeOfAsync(int subject, DateOnly day, CancellationToken ct) =>
            await db.PlaceCodes.HoldingOn(day).Where(code => code.PlaceId == subject && code.Code != "").Select(code => code.Code).FirstOrDefaultAsync(ct)
                ?? await db.Agencies.Where(agency => agency.Id == subject).Select(agency => agency.Code).FirstOrDefaultAsync(ct)
                ?? subject.ToString(CultureInfo.InvariantCulture);
    }
}
