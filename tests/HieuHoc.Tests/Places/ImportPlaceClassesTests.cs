using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Places;

public sealed class ImportPlaceClassesTests : PlacesTest
{
    private static readonly PlaceClassLine Old = new(
        "A2", "30577", Then, "Xã An Tức", "khu vực III", new Days(new DateOnly(2021, 1, 1), new DateOnly(2025, 12, 31)), "QĐ 861/QĐ-TTg (04/06/2021)");

    private static readonly PlaceClassLine New = new(
        "A3", "17224", Given.Reform, "Xã Quỳnh Thắng", "khu vực III", new Days(new DateOnly(2026, 1, 1), new DateOnly(2030, 12, 31)), "QĐ 60/QĐ-BDTTG (29/01/2026)");

    [Fact]
    public async Task Old_codes_hold_until_the_reform_and_today_s_for_their_period()
    {
        var outcome = await TakeAsync(Old, New);

        var (old, today) = (await ClassOf("30577", Then), await ClassOf("17224", After));
        Assert.Equal(2, outcome.Value);
        Assert.Equal((new DateOnly(2021, 1, 1), Then, "khu vực III", false), (old.ValidFrom, old.ValidTo, old.Class, old.Confirmed));
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2030, 12, 31)), (today.ValidFrom, today.ValidTo));
        Assert.Equal("QĐ 60/QĐ-BDTTG (29/01/2026)", today.LegalBasis);
    }

    [Fact]
    public async Task What_a_person_compared_with_the_decision_is_confirmed()
    {
        await new ImportPlaceClasses(Db, Clock).TakeAsync([New], await AllAsync(), confirmed: true, Ct);

        Assert.True((await ClassOf("17224", After)).Confirmed);
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing()
    {
        await TakeAsync(Old, New);

        var outcome = await TakeAsync(Old, New);

        Assert.Equal(0, outcome.Value);
        Assert.Equal(2, await Stored().PlaceClasses.CountAsync(Ct));
    }

    [Fact]
    public async Task What_would_be_added_is_told_and_nothing_is_written()
    {
        await TakeAsync(Old);
        var mistakes = new List<FileMistake>();

        var added = await new ImportPlaceClasses(Db, Clock).NewAsync([Old, New], await AllAsync(), confirmed: false, mistakes, Ct);

        Assert.Equal(["A3"], added);
        Assert.Empty(mistakes);
        Assert.Equal(1, await Stored().PlaceClasses.CountAsync(Ct));
    }

    [Fact]
    public async Task It_is_in_the_trail_of_every_programme()
    {
        Given.Owner((await Place("44")).Id);

        await TakeAsync(Old);

        var entry = await Stored().AuditEntries.SingleAsync(entry => entry.Change == nameof(PlaceClassesImported), Ct);
        Assert.Equal("QĐ 861/QĐ-TTg (04/06/2021)", entry.Record);
    }

    [Theory]
    [InlineData("99999", "2025-06-30", "Xã An Tức", "khu vực III", 2021, 2025, "QĐ 861", "pack.mistake.code")]
    [InlineData("30577", "2025-07-01", "Xã An Tức", "khu vực III", 2026, 2030, "QĐ 861", "pack.mistake.unit-name")]
    [InlineData("30577", "2025-06-30", "Xã An Phú", "khu vực III", 2021, 2025, "QĐ 861", "pack.mistake.unit-name")]
    [InlineData("30577", "", "Xã An Tức", "khu vực III", 2021, 2025, "QĐ 861", "pack.mistake.class-line")]
    [InlineData("30577", "2025-06-30", "Xã An Tức", "khu vực III", 2021, null, "QĐ 861", "pack.mistake.class-line")]
    [InlineData("30577", "2025-06-30", "Xã An Tức", "", 2021, 2025, "QĐ 861", "pack.mistake.class-line")]
    [InlineData("30577", "2025-06-30", "Xã An Tức", "khu vực III", 2021, 2025, "", "pack.mistake.class-line")]
    [InlineData("30577", "2025-06-30", "Xã An Tức", "khu vực III", 2026, 2030, "QĐ 861", "pack.mistake.day")]
    public async Task A_line_that_does_not_fit_is_told_and_nothing_is_written(
        string code, string codeDay, string name, string @class, int first, int? last, string basis, string key)
    {
        var period = last is { } year ? new Days(new DateOnly(first, 1, 1), new DateOnly(year, 12, 31)) : (Days?)null;

        var outcome = await TakeAsync(New, new PlaceClassLine("A4", code, IsoDay.Read(codeDay), name, @class, period, basis));

        Assert.Equal(("A4", key), Told(outcome));
        Assert.Equal(0, await Stored().PlaceClasses.CountAsync(Ct));
    }

    [Fact]
    public async Task A_place_that_is_not_reached_does_not_exist()
    {
        var ngheAn = await Place("40");
        var reached = await Db.PlaceReaches.Where(reach => reach.AncestorId == ngheAn.Id).Select(reach => reach.PlaceId).ToHashSetAsync(Ct);

        var outcome = await new ImportPlaceClasses(Db, Clock).TakeAsync([Old, New], reached, confirmed: false, Ct);

        Assert.Equal(("A2", "pack.mistake.code"), Told(outcome));
    }

    [Fact]
    public async Task A_line_that_stands_twice_is_told() =>
        Assert.Equal(("A3", "pack.mistake.twice"), Told(await TakeAsync(Old, Old with { Where = "A3" })));

    [Fact]
    public async Task What_is_here_otherwise_is_not_overwritten()
    {
        await TakeAsync(Old);

        var outcome = await TakeAsync(Old with { LegalBasis = "QĐ 862/QĐ-TTg" });

        Assert.Equal(("A2", "pack.mistake.class-otherwise"), Told(outcome));
        Assert.Equal("QĐ 861/QĐ-TTg (04/06/2021)", (await ClassOf("30577", Then)).LegalBasis);
    }

    private static (string, string) Told(Outcome<int> outcome)
    {
        var mistake = Assert.Single(Assert.IsType<PlaceClassesFaulty>(outcome.Refusal).Mistakes);

        return (mistake.Where, mistake.Key);
    }

    private async Task<Outcome<int>> TakeAsync(params PlaceClassLine[] lines) =>
        await new ImportPlaceClasses(Stored(), Clock).TakeAsync(lines, await AllAsync(), confirmed: false, Ct);

    private Task<HashSet<int>> AllAsync() => Stored().Places.Select(place => place.Id).ToHashSetAsync(Ct);

    private async Task<PlaceClass> ClassOf(string code, DateOnly day)
    {
        var place = await Place(code, day);

        return await Stored().PlaceClasses.SingleAsync(held => held.PlaceId == place.Id, Ct);
    }
}
