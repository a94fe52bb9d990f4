using HieuHoc.Places;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Access;

public sealed class StartProgrammeTests : DatabaseTest
{
    private StartProgramme StartProgramme => new(Db, Clock);

    [Theory]
    [InlineData("44")]
    [InlineData("19702")]
    public async Task A_programme_starts_in_the_province_of_the_place_that_is_named(string code)
    {
        var outcome = await StartProgramme.RunAsync(code, Ct);

        var owner = await Stored().Owners.SingleAsync(Ct);
        var province = await Stored().PlaceOnDayAsync(owner.PlaceId, Clock.Now.Day, Ct);
        Assert.Null(outcome.Refusal);
        Assert.Equal(("44", PlaceLevel.Province, false), (province?.Code, province?.Level, owner.Demo));
    }

    [Fact]
    public async Task One_that_runs_already_is_handed_back()
    {
        var first = await StartProgramme.RunAsync("44", Ct);

        var second = await StartProgramme.RunAsync("19702", Ct);

        Assert.Equal(first.Value.Id, second.Value.Id);
        Assert.Equal(1, await Stored().Owners.CountAsync(Ct));
    }

    [Fact]
    public async Task Each_province_has_a_programme_of_its_own()
    {
        await StartProgramme.RunAsync("44", Ct);

        await StartProgramme.RunAsync("01", Ct);

        Assert.Equal([1, 2], await Stored().Owners.Select(owner => (int)owner.Id).Order().ToListAsync(Ct));
    }

    [Theory]
    [InlineData("98765")]
    [InlineData("")]
    [InlineData("Quảng Trị")]
    public async Task A_code_that_names_no_place_within_a_province_starts_nothing(string code)
    {
        var outcome = await StartProgramme.RunAsync(code, Ct);

        Assert.Equal(new ProgrammePlaceUnknown(code), outcome.Refusal);
        Assert.Empty(await Stored().Owners.ToListAsync(Ct));
    }
}
