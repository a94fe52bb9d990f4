using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Bench.Rollups;

/// <summary>Starts the programme that is measured: the province, its villages, what is counted, and a round for every period.</summary>
internal sealed class LoadProgramme(BenchSite site, RollupScale scale)
{
    private const string ProvinceCode = "44";

    private static readonly DateOnly From = new(RollupScale.FirstYear, 1, 1);

    public async Task<RollupData> RunAsync(CancellationToken ct)
    {
        RollupPacks.Write(Path.Combine(site.Folder, "packs"), scale.Elements);
        var loaded = await site.InScopeAsync(services =>
            services.GetRequiredService<LoadPacks>().RunAsync(Path.Combine(site.Folder, "packs"), examples: true, ct));
        _ = loaded.Value;
        var owner = (await site.InScopeAsync(services => services.GetRequiredService<StartProgramme>().RunAsync(ProvinceCode, ct))).Value;
        var villages = await AddVillagesAsync(owner, ct);
        var months = await OpenAsync(owner, Months(), ct);
        var years = await OpenAsync(owner, scale.Years.Select(PeriodCode.Year), ct);
        await using var db = site.Engine.Open();
        await ConfirmAsync(db, ct);
        var elements = await db.Elements.ToDictionaryAsync(element => element.Code, element => element.Id, ct);

        return new RollupData(
            owner.Id,
            owner.PlaceId,
            ProvinceCode,
            villages,
            [.. Enumerable.Range(0, scale.Elements).Select(number => elements[RollupPacks.Element(number)])],
            months,
            years);
    }

    private IEnumerable<PeriodCode> Months() =>
        from year in scale.Years
        from month in Enumerable.Range(1, 12)
        select PeriodCode.Parse(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"))!;

    private async Task<IReadOnlyList<RollupVillage>> AddVillagesAsync(Owner owner, CancellationToken ct)
    {
        await using var db = site.Engine.Open();
        var communes = await db.CommunesUnder(owner.PlaceId, PlaceLevel.Province, From).Order().ToListAsync(ct);
        var country = (await db.PlaceOnDayAsync(owner.PlaceId, From, ct))!.ParentId!.Value;
        var first = await db.Subjects.MaxAsync(subject => subject.Id, ct) + 1;
        var villages = Enumerable.Range(0, scale.Villages)
            .Select(number => new RollupVillage(first + number, communes[number * communes.Count / scale.Villages]))
            .ToList();
        await Write("subject", ["id", "kind"], village => [Row(village.Id, SubjectKind.Place)]);
        await Write("place", ["id", "level", "valid_from"], village => [Row(village.Id, PlaceLevel.Village, From)]);
        await Write(
            "place_name",
            ["place_id", "valid_from", "name", "full_name", "kind", "folded"],
            village => [Row(village.Id, From, $"{village.Id}", $"Thôn {village.Id}", "thôn", $"thon {village.Id}")]);
        await Write("place_parent", ["place_id", "valid_from", "parent_id"], village => [Row(village.Id, From, village.CommuneId)]);
        await Write(
            "place_reach",
            ["place_id", "ancestor_id"],
            village => ((int[])[country, owner.PlaceId, village.CommuneId, village.Id]).Order().Select(above => Row(village.Id, above)));

        return villages;

        Task Write(string table, IReadOnlyList<string> columns, Func<RollupVillage, IEnumerable<object?[]>> rows) =>
            db.Engine.BulkInsertAsync(db, table, columns, villages.SelectMany(rows), ct);
    }

    /// <summary>Opens a round for each period: from it a reading knows which communes are expected.</summary>
    private async Task<IReadOnlyList<(PeriodCode Code, int Id)>> OpenAsync(Owner owner, IEnumerable<PeriodCode> periods, CancellationToken ct)
    {
        var agency = new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId);
        var opened = new List<(PeriodCode Code, int Id)>();

        foreach (var period in periods)
        {
            var last = period.Days.Last;
            var asked = new NewRound(new RoundId(Guid.CreateVersion7()), period.Text, [RollupPacks.FormId], period, period.Days.First, last, last.AddDays(7));
            var round = await site.InScopeAsync(services => services.GetRequiredService<OpenRound>().RunAsync(asked, agency, ct));
            opened.Add((period, round.Value.PeriodId));
        }

        return opened;
    }

    /// <summary>The rounds are over; a page that listed 78 open returns would measure something else.</summary>
    private static Task<int> ConfirmAsync(HieuHocDb db, CancellationToken ct) =>
        db.Returns.ExecuteUpdateAsync(
            set => set
                .SetProperty(@return => @return.State, ReturnState.Confirmed)
                .SetProperty(@return => @return.ConfirmedVersion, 1),
            ct);

    private static object?[] Row(params object?[] values) => values;
}
