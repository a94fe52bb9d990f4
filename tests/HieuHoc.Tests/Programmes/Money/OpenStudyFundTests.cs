using HieuHoc.Access;
using HieuHoc.Programmes.Money;

namespace HieuHoc.Tests.Programmes.Money;

public sealed class OpenStudyFundTests : FundTest
{
    [Fact]
    public async Task An_office_begins_its_book_once()
    {
        Assert.Equal(HaiLang, (await OpenFundAsync(Fund)).Value.SubjectId);
        Assert.Null((await OpenFundAsync(Fund)).Refusal);

        Assert.Equal(new FundDiffers(), (await OpenFundAsync(Fund, "Quỹ khác")).Refusal);
        Assert.Equal(new FundNameTaken("Quỹ khuyến học xã"), (await OpenFundAsync(new(Guid.CreateVersion7()))).Refusal);
        Assert.Null((await OpenFundAsync(new(Guid.CreateVersion7()), by: Neighbour)).Refusal);
        Assert.Equal(2, await ToldAsync<StudyFundOpened>());
    }

    [Fact]
    public async Task The_funds_of_enterprises_are_stated_by_the_union()
    {
        Assert.Equal("Công ty Mẫu (minh họa)", (await OpenFundAsync(Fund, enterprise: "Công ty Mẫu (minh họa)", by: OfUnion)).Value.Enterprise);
        Assert.Equal(new EnterpriseFundsThroughUnion(), (await OpenFundAsync(new(Guid.CreateVersion7()), enterprise: "Công ty Mẫu (minh họa)")).Refusal);
        Assert.Equal(new EnterpriseFundsThroughUnion(), (await OpenFundAsync(new(Guid.CreateVersion7()), enterprise: "Công ty Mẫu (minh họa)", by: OfDepartment)).Refusal);
    }

    [Fact]
    public async Task A_fund_has_a_name_and_a_keeper()
    {
        Assert.Equal(new FundUnnamed(200), (await OpenFundAsync(Fund, " ")).Refusal);
        Assert.Equal(new FundUnnamed(200), (await OpenFundAsync(Fund, new string('a', 201))).Refusal);
        Assert.Equal(new FundUnnamed(200), (await OpenFundAsync(Fund, enterprise: new string('a', 201), by: OfUnion)).Refusal);
        Assert.Equal(new MoneyNotYours(), (await OpenFundAsync(Fund, by: Leader)).Refusal);
        Assert.Equal(new MoneyNotYours(), (await OpenFundAsync(Fund, by: Given.Person(Role.CommuneLeader, HaiLang))).Refusal);
    }
}
