using HieuHoc.Figures;
using HieuHoc.Register;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class VillagesEnteredInMidRoundTests : VillageReturnsTest
{
    private static readonly DateOnly Due = new(2026, 11, 29);

    [Fact]
    public async Task It_owes_an_empty_return_of_the_round_from_then_on_and_is_counted()
    {
        await ConfirmedAsync(Village("Mai Đàn"), Rain(days: 3));

        var entered = await EnterAsync("Câu Nhi");

        var @return = await ReturnOfAsync(entered);
        Assert.Equal((ReturnState.Entering, 1, 0), (@return.State, @return.CurrentVersion, @return.Revision));
        Assert.Empty(await AnswersOfAsync(entered));
        Assert.Equal(2, await OwedAsync());
        await SaveAndConfirmAsync(entered);
        Assert.Equal((7, 2), await RollUpOfAsync("rain.days"));
        Assert.Equal(2, await OwedAsync());
    }

    [Fact]
    public async Task A_list_of_them_owes_as_many()
    {
        var lines = Numbered(Line("Mai Đàn"), Line("Phú Kinh") with { CommuneCode = "19702" });

        Assert.Equal(2, (await ImportVillages.TakeAsync(lines, "villages", Agency, Ct)).Value);

        Assert.Equal(2, await Stored().Returns.CountAsync(@return => @return.RoundId == Round.Id, Ct));
        Assert.Equal(1, await OwedAsync());
    }

    [Fact]
    public async Task A_list_that_is_only_looked_at_owes_nothing()
    {
        Assert.Single(await ImportVillages.NewAsync(Numbered(Line("Mai Đàn")), [], Agency, Ct));

        Assert.Empty(await Stored().Returns.ToListAsync(Ct));
    }

    [Fact]
    public async Task Entered_again_it_owes_one()
    {
        await EnterAsync("Mai Đàn");
        await EnterAsync("Mai Đàn");

        Assert.Equal(1, await Stored().Returns.CountAsync(Ct));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task The_due_day_is_the_last_on_which_a_round_asks_somebody_new(int daysAfter, int owed)
    {
        MoveTo(Due.AddDays(daysAfter));

        await EnterAsync("Mai Đàn");

        Assert.Equal(owed, await Stored().Returns.CountAsync(Ct));
    }

    [Fact]
    public async Task Of_a_period_that_ended_before_it_began_it_owes_nothing_and_of_one_that_ends_on_its_first_day_all()
    {
        await OpenAsync("2026-02", "february");
        var march = await OpenAsync("@2026-03-01", "march");

        var entered = await EnterAsync("Mai Đàn");

        Assert.Equal(
            [march, Round.Id], (await Stored().Returns.Where(@return => @return.SubjectId == entered).OrderBy(@return => @return.RoundId == Round.Id).Select(@return => @return.RoundId).ToListAsync(Ct)));
    }

    [Fact]
    public async Task What_communes_and_another_programme_are_asked_is_not_asked_of_it()
    {
        Given.Owner(Given.Place("Quảng Ngãi"), id: 2);
        Given.Pack(Given.Elements("rain.commune") with { Id = "commune" });
        Given.Round("commune", Given.Pack(Given.Form("rain.commune") with { Id = "commune" }));
        Given.Round("elsewhere", Form, owner: 2);

        var entered = await EnterAsync("Mai Đàn");

        Assert.Equal([Round.Id], await Stored().Returns.Where(@return => @return.SubjectId == entered).Select(@return => @return.RoundId).ToListAsync(Ct));
    }

    [Fact]
    public async Task Entered_while_a_round_is_being_opened_it_owes_one_of_it()
    {
        await Task.WhenAll(EnterAsync("Mai Đàn"), OpenAsync("2026-11", "meanwhile"));

        Assert.Equal(2, await Stored().Returns.CountAsync(Ct));
    }

    private async Task<int> EnterAsync(string name)
    {
        await using var db = Engine.Open();
        var enter = new EnterVillage(db, Clock, [new ReturnsFollowPlaces(db, Shelf)]);

        return (await enter.RunAsync(new NewVillage(HaiLang, "thôn", name, Spring, null), Officer, Ct)).Value;
    }

    private async Task<RoundId> OpenAsync(string period, string code)
    {
        await using var db = Engine.Open();
        var asked = new NewRound(
            new RoundId(Guid.CreateVersion7()), code, ["form"], PeriodCode.Parse(period)!, new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31), Due);
        Assert.Null((await new OpenRound(db, Shelf, Clock).RunAsync(asked, Agency, Ct)).Refusal);

        return asked.Id;
    }

    private async Task SaveAndConfirmAsync(int village)
    {
        var id = (await ReturnOfAsync(village)).Id;
        Assert.Null((await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, 0, Given.Typed(Rain(days: 4)), Officer, Ct)).Refusal);
        await ConfirmAsync(village);
    }
}
