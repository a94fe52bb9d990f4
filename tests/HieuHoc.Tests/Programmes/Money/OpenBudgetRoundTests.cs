using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Money;

public sealed class OpenBudgetRoundTests : MoneyTest
{
    [Fact]
    public async Task Every_commune_and_every_agency_of_the_province_that_has_money_is_asked()
    {
        Given.Agency(Province, "Ủy ban nhân dân tỉnh", HieuHoc.Agencies.AgencyKind.PeoplesCommittee);
        Given.Agency(Province, "Sở cũ", to: new DateOnly(2025, 2, 28));
        await OpenAsync();

        var asked = await Stored().BudgetRequests.Select(request => request.SubjectId).ToListAsync(Ct);

        Assert.Equal(new[] { HaiLang, VinhDinh, Department, Union, OfAssociation.OwnSubject }.Order(), asked.Order());
        Assert.Equal(1, await ToldAsync<BudgetRoundOpened>());
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_another_under_its_id_is_told()
    {
        await OpenAsync();
        await OpenAsync();

        Assert.Equal(new BudgetRoundDiffers(), await RefusedAsync(Round, 2027, Due.AddDays(1)));
        Assert.Equal(1, await ToldAsync<BudgetRoundOpened>());
    }

    [Fact]
    public async Task A_year_has_one_round()
    {
        await OpenAsync();

        Assert.Equal(new BudgetRoundOfYearOpened(2027), await RefusedAsync(new(Guid.CreateVersion7()), 2027, Due));
        Assert.Null(await RefusedAsync(new(Guid.CreateVersion7()), 2028, Due));
    }

    [Theory]
    [InlineData(2009, false)]
    [InlineData(2010, true)]
    [InlineData(2031, true)]
    [InlineData(2032, false)]
    public async Task A_year_is_one_of_the_programmes(int year, bool fits) =>
        Assert.Equal(fits ? null : new MoneyYearUnfit(2010, 2031), await RefusedAsync(new(Guid.CreateVersion7()), year, Due));

    [Fact]
    public async Task The_last_day_is_today_at_the_earliest()
    {
        Assert.Equal(new BudgetDueDayOver(Clock.Now.Day), await RefusedAsync(Round, 2027, Clock.Now.Day.AddDays(-1)));
        Assert.Null(await RefusedAsync(Round, 2027, Clock.Now.Day));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.Leader)]
    [InlineData(Role.AssociationOfficer)]
    public async Task Only_the_standing_agency_opens_one(Role role) =>
        Assert.Equal(new MoneyNotYours(), await RefusedAsync(Round, 2027, Due, Given.Person(role, Province)));

    private async Task<Refusal?> RefusedAsync(BudgetRoundId id, int year, DateOnly due, Actor? by = null) =>
        (await OpenRound.RunAsync(id, year, due, by ?? Standing, Ct)).Refusal;
}
