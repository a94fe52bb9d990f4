using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Register;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Register;

/// <summary>A commune of then was split between Hải Lăng and Vĩnh Định.</summary>
public sealed class SetCountedPartsTests : VillagesTest
{
    private const string Basis = "Báo cáo số 15/BC-UBND ngày 10/8/2025 của UBND huyện";
    private const string Reason = "Đã đếm theo danh sách hộ";

    private int ended;

    private Actor Agency => new(1, Officer.PersonId, Role.StandingAgency, Province);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        ended = Given.Split([HaiLang, VinhDinh]);
    }

    [Fact]
    public async Task What_was_counted_takes_the_place_of_the_rule_and_is_recorded_with_basis_and_reason()
    {
        var refusal = await SetAsync([new(VinhDinh, 199), new(HaiLang, 301)]);

        Assert.Null(refusal);
        Assert.Equal([(301, PartsRule.Counted), (199, PartsRule.Counted)], await PartsAsync());
        var entry = await Stored().AuditEntries.SingleAsync(entry => entry.Change == nameof(CountedPartsSet), Ct);
        Assert.Equal(($"{ended}", Agency.PersonId!.Value.Value), (entry.Record, entry.PersonId));
        Assert.Contains(Basis, entry.Detail, StringComparison.Ordinal);
        Assert.Contains(Reason, entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restated_figures_are_shared_by_the_count_and_stay_estimates()
    {
        await SetAsync([new(HaiLang, 301), new(VinhDinh, 199)]);

        var successions = await Stored().SuccessionsBehindAsync([HaiLang, VinhDinh], Ct);
        var restated = Restating.Forward([new(ended, 1000)], adds: true, successions, Given.Reform.AddDays(-1), Given.Reform);

        Assert.Equal([new Restated(HaiLang, 602, true, 0), new Restated(VinhDinh, 398, true, 0)], restated);
    }

    [Fact]
    public async Task One_that_took_nobody_has_nought()
    {
        Assert.Null(await SetAsync([new(HaiLang, SetCountedParts.Most), new(VinhDinh, 0)]));

        Assert.Equal([SetCountedParts.Most, 0], (await PartsAsync()).Select(part => part.Parts));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_another_basis_is_recorded_anew()
    {
        await SetAsync([new(HaiLang, 3), new(VinhDinh, 2)]);

        await SetAsync([new(VinhDinh, 2), new(HaiLang, 3)]);
        Assert.Equal(1, await RecordedAsync());

        await SetAsync([new(HaiLang, 3), new(VinhDinh, 2)], "Quyết định số 7/QĐ-UBND");
        Assert.Equal(2, await RecordedAsync());
    }

    [Fact]
    public async Task A_later_pack_keeps_what_was_counted()
    {
        var real = await Db.PlaceSuccessions.AsNoTracking().Where(row => !row.Whole && row.FromId != ended).OrderBy(row => row.FromId).Select(row => row.FromId).FirstAsync(Ct);
        var heirs = await Db.PlaceSuccessions.AsNoTracking().Where(row => row.FromId == real).OrderBy(row => row.ToId).Select(row => row.ToId).ToListAsync(Ct);
        var reachers = await Db.PlaceReaches.Where(reach => heirs.Contains(reach.PlaceId)).ToListAsync(Ct);
        var province = await Db.Places
            .Where(place => place.Level == PlaceLevel.Province && place.ValidTo == null).Select(place => place.Id).ToListAsync(Ct);
        var home = reachers.Where(reach => province.Contains(reach.AncestorId)).Select(reach => reach.AncestorId).Distinct().Single();
        var counted = heirs.Select((heir, i) => new CountedPart(heir, 70 + i)).ToList();
        Assert.Null(await SetAsync(counted, place: real, by: Agency with { PlaceId = home }));

        await Given.PlacesAgainAsync(Ct);

        var kept = await Stored().PlaceSuccessions.Where(row => row.FromId == real).OrderBy(row => row.ToId).ToListAsync(Ct);
        Assert.Equal(counted.Select(part => (part.SuccessorId, part.Count, PartsRule.Counted)), kept.Select(row => (row.ToId, row.Parts, row.PartsRule)));
    }

    [Fact]
    public async Task Only_the_standing_agency_counts()
    {
        foreach (var role in Enum.GetValues<Role>().Except([Role.StandingAgency]))
        {
            Assert.Equal(new CountedPartsNotYours(), await SetAsync(Halves, by: Agency with { Role = role }));
        }

        await UntouchedAsync();
    }

    [Fact]
    public async Task Outside_the_part_of_the_actor_the_place_does_not_exist_and_who_holds_not_all_successors_may_not()
    {
        var far = Given.Place("Khác");
        var commune = Given.Place("Xa", under: far);
        var across = Given.Split([HaiLang, commune], code: "99997");

        Assert.Equal(new PlaceNotFound(), await SetAsync(Halves, by: Agency with { PlaceId = far }));
        Assert.Equal(new PlaceNotFound(), await SetAsync(Halves, place: 999_999));
        Assert.Equal(new CountedPartsNotYours(), await SetAsync([new(HaiLang, 1), new(commune, 1)], place: across));
    }

    [Fact]
    public async Task What_went_over_whole_or_goes_on_has_no_parts()
    {
        Assert.Equal(new PlaceNotSplit(), await SetAsync([new(HaiLang, 1)], place: Given.Predecessor(HaiLang)));
        Assert.Equal(new PlaceNotSplit(), await SetAsync([], place: HaiLang));
    }

    [Theory]
    [InlineData("", Reason, nameof(CountedPartsBasisMissing))]
    [InlineData("  ", Reason, nameof(CountedPartsBasisMissing))]
    [InlineData(Basis, " ", nameof(CountedPartsReasonMissing))]
    public async Task Basis_and_reason_are_asked(string basis, string reason, string expected)
    {
        Assert.Equal(expected, (await SetAsync(Halves, basis, reason))?.GetType().Name);
        await UntouchedAsync();
    }

    [Fact]
    public async Task A_basis_or_a_reason_has_its_length()
    {
        var longest = new string('x', SetCountedParts.LongestText);

        Assert.Equal(new CountedPartsTextTooLong(SetCountedParts.LongestText), await SetAsync(Halves, longest + "x"));
        Assert.Equal(new CountedPartsTextTooLong(SetCountedParts.LongestText), await SetAsync(Halves, Basis, longest + "x"));
        Assert.Null(await SetAsync(Halves, longest, longest));
    }

    [Fact]
    public async Task Every_successor_is_counted_once_and_nobody_else()
    {
        var incomplete = new CountedPartsIncomplete();

        Assert.Equal(incomplete, await SetAsync([]));
        Assert.Equal(incomplete, await SetAsync([new(HaiLang, 1)]));
        Assert.Equal(incomplete, await SetAsync([new(HaiLang, 1), new(HaiLang, 1)]));
        Assert.Equal(incomplete, await SetAsync([.. Halves, new(Province, 1)]));
        await UntouchedAsync();
    }

    [Fact]
    public async Task Counts_are_not_negative_not_beyond_reason_and_not_all_nought()
    {
        Assert.Equal(new CountedPartsOutOfRange(SetCountedParts.Most), await SetAsync([new(HaiLang, -1), new(VinhDinh, 2)]));
        Assert.Equal(new CountedPartsOutOfRange(SetCountedParts.Most), await SetAsync([new(HaiLang, SetCountedParts.Most + 1), new(VinhDinh, 2)]));
        Assert.Equal(new CountedPartsAllZero(), await SetAsync([new(HaiLang, 0), new(VinhDinh, 0)]));
        await UntouchedAsync();
    }

    private IReadOnlyList<CountedPart> Halves => [new(HaiLang, 5), new(VinhDinh, 5)];

    private async Task<Refusal?> SetAsync(
        IReadOnlyList<CountedPart> parts, string basis = Basis, string reason = Reason, int? place = null, Actor? by = null)
    {
        await using var db = Engine.Open();

        return await new SetCountedParts(db, Clock).RunAsync(new CountedParts(place ?? ended, parts, basis, reason), by ?? Agency, Ct);
    }

    private async Task<List<(int Parts, PartsRule Rule)>> PartsAsync()
    {
        var rows = await Stored().PlaceSuccessions.Where(row => row.FromId == ended).OrderBy(row => row.ToId).ToListAsync(Ct);

        return [.. rows.Select(row => (row.Parts, row.PartsRule))];
    }

    private Task<int> RecordedAsync() => Stored().AuditEntries.CountAsync(entry => entry.Change == nameof(CountedPartsSet), Ct);

    private async Task UntouchedAsync()
    {
        Assert.Equal([(1, PartsRule.EqualParts), (1, PartsRule.EqualParts)], await PartsAsync());
        Assert.Equal(0, await RecordedAsync());
    }
}
