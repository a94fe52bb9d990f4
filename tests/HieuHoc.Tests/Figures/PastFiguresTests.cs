using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Register;
using HieuHoc.Tests.Returns;

namespace HieuHoc.Tests.Figures;

public sealed class PastFiguresTests : VillageReturnsTest
{
    private static readonly DateOnly NextYear = new(2027, 1, 1);

    private int first;
    private int second;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (first, second) = (Village("Mai Đàn"), Village("Câu Nhi"));
    }

    [Fact]
    public async Task Last_year_s_figures_of_merged_villages_add_up()
    {
        await ConfirmedAsync(first, Rain(days: 3, gauges: 1, depth: 10));
        await ConfirmedAsync(second, Rain(days: 4, depth: 20));

        var merged = await RearrangedAsync(Merger([first, second], on: NextYear));
        var past = await PastAsync(merged[0]);

        Assert.Equal((7, false, 0), Of(past["rain.days"]));
        Assert.Equal((1, false, 1), Of(past["rain.gauges"]));
        Assert.Equal(CannotRestate.DoesNotAdd, past["rain.depth"].Why);
    }

    [Fact]
    public async Task Those_of_a_split_village_are_shared_and_marked()
    {
        await ConfirmedAsync(first, Rain(days: 3));

        var after = await RearrangedAsync(new Rearrangement(
            [first], [new VillageAfter(null, "thôn", "Mai 1"), new VillageAfter(null, "thôn", "Mai 2")], NextYear, Decision));

        Assert.Equal((2, true, 0), Of((await PastAsync(after[0]))["rain.days"]));
        Assert.Equal((1, true, 0), Of((await PastAsync(after[1]))["rain.days"]));
    }

    [Fact]
    public async Task A_village_that_went_on_has_its_own_and_what_nobody_counted_is_not_there()
    {
        await ConfirmedAsync(first, Rain(days: 3));

        var past = await PastAsync(first);

        Assert.Equal(["rain.days"], past.Keys);
        Assert.Equal((3, false, 0), Of(past["rain.days"]));
    }

    [Fact]
    public async Task A_part_that_nobody_was_asked_for_then_has_no_past()
    {
        var past = await Stored().PastFiguresAsync(Shelf, 1, first, PeriodCode.Year(2025), ["citizen.adults.women"], NextYear, Ct);

        Assert.Empty(past);
    }

    private async Task<IReadOnlyList<int>> RearrangedAsync(Rearrangement asked)
    {
        MoveTo(NextYear);

        return (await RearrangeVillages.RunAsync(asked, Officer, Ct)).Value;
    }

    private Task<IReadOnlyDictionary<string, Restated>> PastAsync(int village) => Stored().PastFiguresAsync(
        Shelf, 1, village, PeriodCode.Year(2026), ["rain.days", "rain.gauges", "rain.depth"], NextYear, Ct);

    private static (long?, bool, int) Of(Restated value) => (value.Value, value.Estimate, value.Missing);
}
