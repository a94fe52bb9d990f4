using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Bench.Rollups;

/// <summary>Corrects what a village reported, by the steps that people take, and reads the province's number right after the confirmation.</summary>
internal sealed class ConfirmRollup(BenchSite site, RollupData data)
{
    private readonly (PeriodCode Code, int Id) year = data.Years[^1];

    /// <summary>From the click that confirms to the new number in the reader's hands.</summary>
    public Timings Fresh { get; } = new();

    public async Task RunAsync(int corrections, CancellationToken ct)
    {
        var definition = await site.InScopeAsync(async services =>
            (await services.GetRequiredService<ReadIndicators>().DefinitionsAsync(year.Code, Actor(Role.StandingAgency, data.ProvinceId), ct))
                .Single(indicator => indicator.Code == RollupPacks.Indicator(0)));

        // The first one pays for what is compiled once.
        for (var i = 0; i <= corrections; i++)
        {
            if (i == 1)
            {
                Fresh.Forget();
            }

            var village = data.Villages[i * data.Villages.Count / (corrections + 1)];
            var before = await ReadAsync(definition, ct);
            var id = await SendAsync(village, ct);
            var after = await Fresh.TakeAsync(async () =>
            {
                await StepAsync(id, ReturnStep.Confirm, Actor(Role.CommuneOfficer, village.CommuneId), ct);

                return await ReadAsync(definition, ct);
            });

            if (after != before + 1)
            {
                throw new InvalidOperationException($"The correction of village {village.Id} is not in the number: {before} before, {after} after.");
            }
        }
    }

    private Task<decimal?> ReadAsync(IndicatorDefinition definition, CancellationToken ct) => site.InScopeAsync(async services =>
        (await services.GetRequiredService<ReadIndicators>()
            .RunAsync(data.ProvinceId, year.Code, [definition], Actor(Role.StandingAgency, data.ProvinceId), ct)).Value.Single().NumeratorSoFar);

    /// <summary>Brings the return that the village's figures came from before its commune, every part one higher.</summary>
    private async Task<ReturnId> SendAsync(RollupVillage village, CancellationToken ct)
    {
        var head = Actor(Role.VillageOfficer, village.Id);
        var id = await AddAsync(village, ct);
        var saved = await site.InScopeAsync(services => services.GetRequiredService<SaveReturn>().RunAsync(id, 0, Typed(village), head, ct));
        _ = saved.Value;
        await StepAsync(id, ReturnStep.Send, head, ct);

        return id;
    }

    // The bulk load left the round's own returns empty; its figures name this one as their source.
    private async Task<ReturnId> AddAsync(RollupVillage village, CancellationToken ct)
    {
        await using var db = site.Engine.Open();
        var round = await db.Rounds.SingleAsync(round => round.Owner == data.Owner && round.PeriodId == year.Id, ct);
        var opened = db.Returns.Where(@return => @return.Owner == data.Owner && @return.RoundId == round.Id && @return.SubjectId == village.Id);
        var form = await opened.Select(@return => @return.FormPackId).SingleAsync(ct);
        await db.ReturnVersions.Where(version => opened.Any(@return => @return.Id == version.ReturnId)).ExecuteDeleteAsync(ct);
        await opened.ExecuteDeleteAsync(ct);
        var id = new ReturnId(RollupFigure.Source(year.Id, village.Id));
        db.Add(new Return { Owner = data.Owner, Id = id, RoundId = round.Id, SubjectId = village.Id, FormPackId = form })
            .Property(@return => @return.DueOn).CurrentValue = round.DueOn;
        db.Add(new ReturnVersion
        {
            Owner = data.Owner,
            ReturnId = id,
            Number = 1,
            FormPackId = form,
            Answers = Answers.None.ToJson(),
            SavedAt = site.Services.GetRequiredService<ProgrammeClock>().Now.Instant,
            SavedBy = null,
        });
        await db.SaveChangesAsync(ct);

        return id;
    }

    private Dictionary<string, string?> Typed(RollupVillage village) => Enumerable.Range(0, data.Elements.Count).ToDictionary(
        RollupPacks.Element,
        element => (string?)(RollupFigure.Value(element, year.Id, village.Id) + (element % 2 == 0 ? 1 : 0)).ToString(CultureInfo.InvariantCulture));

    private async Task StepAsync(ReturnId id, ReturnStep step, Actor actor, CancellationToken ct)
    {
        var taken = await site.InScopeAsync(async services =>
        {
            var revision = await services.GetRequiredService<HieuHocDb>().Returns
                .Where(@return => @return.Owner == data.Owner && @return.Id == id)
                .Select(@return => @return.Revision)
                .SingleAsync(ct);

            return await services.GetRequiredService<TakeReturnStep>().RunAsync(id, revision, step, null, actor, ct);
        });
        _ = taken.Value;
    }

    private Actor Actor(Role role, int place) => new(data.Owner, null, role, place);
}
