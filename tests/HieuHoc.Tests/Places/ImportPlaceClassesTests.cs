using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Places;

public sealed class ImportPlaceClassesTests : PlacesTest
{
    private const string Header = "code,code_validity,full_name,province_code,category,period,legal_basis,provenance\n";
    private const string Old = "30577,before_2025-07-01,Xã An Tức,89,khu vực III,2021-2025,QĐ 861/QĐ-TTg (04/06/2021),test\n";
    private const string New = "17224,after_2025-07-01,Xã Quỳnh Thắng,40,khu vực III,2026-2030,QĐ 60/QĐ-BDTTG (29/01/2026),test\n";

    [Fact]
    public async Task Old_codes_hold_until_the_reform_and_today_s_for_their_period()
    {
        var outcome = await RunAsync(Old + New);

        var (old, today) = (await ClassOf("30577", Then), await ClassOf("17224", After));
        Assert.Equal(2, outcome.Value);
        Assert.Equal((new DateOnly(2021, 1, 1), Then, "khu vực III", false), (old.ValidFrom, old.ValidTo, old.Class, old.Confirmed));
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2030, 12, 31)), (today.ValidFrom, today.ValidTo));
        Assert.Equal("QĐ 60/QĐ-BDTTG (29/01/2026)", today.LegalBasis);
    }

    [Fact]
    public async Task A_field_in_quotes_may_hold_commas_and_quotes()
    {
        await RunAsync(Old.Replace("QĐ 861/QĐ-TTg (04/06/2021)", "\"QĐ 861/QĐ-TTg, \"\"Phụ lục\"\" I\"", StringComparison.Ordinal));

        Assert.Equal("QĐ 861/QĐ-TTg, \"Phụ lục\" I", (await ClassOf("30577", Then)).LegalBasis);
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing()
    {
        await RunAsync(Old + New);

        var outcome = await RunAsync(Old + New);

        Assert.Equal(0, outcome.Value);
        Assert.Equal(2, await Stored().PlaceClasses.CountAsync(Ct));
    }

    [Fact]
    public async Task It_is_in_the_trail_of_every_programme()
    {
        Given.Owner((await Place("44")).Id);

        await RunAsync(Old);

        var entry = await Stored().AuditEntries.SingleAsync(entry => entry.Change == nameof(PlaceClassesImported), Ct);
        Assert.Equal("QĐ 861/QĐ-TTg (04/06/2021)", entry.Record);
    }

    [Theory]
    [InlineData("99999,before_2025-07-01,Xã An Tức,89,khu vực III,2021-2025,QĐ 861\n", "pack.mistake.code")]
    [InlineData("30577,after_2025-07-01,Xã An Tức,89,khu vực III,2026-2030,QĐ 861\n", "pack.mistake.code")]
    [InlineData("30577,before_2025-07-01,Xã An Tức,91,khu vực III,2021-2025,QĐ 861\n", "pack.mistake.code")]
    [InlineData("30577,before_2025-07-01,Xã An Phú,89,khu vực III,2021-2025,QĐ 861\n", "pack.mistake.unit-name")]
    [InlineData("30577,then,Xã An Tức,89,khu vực III,2021-2025,QĐ 861\n", "pack.mistake.class-line")]
    [InlineData("30577,before_2025-07-01,Xã An Tức,89,khu vực III,2021,QĐ 861\n", "pack.mistake.class-line")]
    [InlineData("30577,before_2025-07-01,Xã An Tức,89,khu vực III,2025-2021,QĐ 861\n", "pack.mistake.class-line")]
    [InlineData("30577,before_2025-07-01,Xã An Tức,89,,2021-2025,QĐ 861\n", "pack.mistake.class-line")]
    [InlineData("30577,before_2025-07-01,Xã An Tức,89,khu vực III,2021-2025,\n", "pack.mistake.class-line")]
    [InlineData("30577,before_2025-07-01,Xã An Tức,89,khu vực III,2026-2030,QĐ 861\n", "pack.mistake.day")]
    [InlineData("30577,before_2025-07-01,Xã An Tức,89\n", "file.mistake.line")]
    public async Task A_line_that_does_not_fit_is_told_and_nothing_is_written(string line, string key)
    {
        var outcome = await new ImportPlaceClasses(Db, Clock).RunAsync(
            new StringReader(Header.Replace(",provenance", "", StringComparison.Ordinal) + "17224,after_2025-07-01,Xã Quỳnh Thắng,40,khu vực III,2026-2030,QĐ 60\n" + line), confirmed: false, Ct);

        var mistake = Assert.Single(Assert.IsType<PlaceClassesFaulty>(outcome.Refusal).Mistakes);
        Assert.Equal(("classes:3", key), (mistake.Where, mistake.Key));
        Assert.Equal(0, await Stored().PlaceClasses.CountAsync(Ct));
    }

    [Fact]
    public async Task A_line_that_stands_twice_is_told()
    {
        var outcome = await RunAsync(Old + Old);

        Assert.Equal("pack.mistake.twice", Assert.Single(Assert.IsType<PlaceClassesFaulty>(outcome.Refusal).Mistakes).Key);
    }

    [Fact]
    public async Task What_is_here_otherwise_is_not_overwritten()
    {
        await RunAsync(Old);

        var outcome = await RunAsync(Old.Replace("861", "862", StringComparison.Ordinal));

        Assert.Equal("pack.mistake.class-otherwise", Assert.Single(Assert.IsType<PlaceClassesFaulty>(outcome.Refusal).Mistakes).Key);
        Assert.Equal("QĐ 861/QĐ-TTg (04/06/2021)", (await ClassOf("30577", Then)).LegalBasis);
    }

    [Fact]
    public async Task Another_header_is_told()
    {
        var outcome = await new ImportPlaceClasses(Db, Clock).RunAsync(new StringReader("name,code\n"), confirmed: true, Ct);

        Assert.Equal(("classes:1", "file.mistake.columns"), Told(outcome));
    }

    private static (string, string) Told(Outcome<int> outcome)
    {
        var mistake = Assert.Single(Assert.IsType<PlaceClassesFaulty>(outcome.Refusal).Mistakes);

        return (mistake.Where, mistake.Key);
    }

    private async Task<Outcome<int>> RunAsync(string lines) =>
        await new ImportPlaceClasses(Stored(), Clock).RunAsync(new StringReader(Header + lines), confirmed: false, Ct);

    private async Task<PlaceClass> ClassOf(string code, DateOnly day)
    {
        var place = await Place(code, day);

        return await Stored().PlaceClasses.SingleAsync(held => held.PlaceId == place.Id, Ct);
    }
}
