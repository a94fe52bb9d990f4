using HieuHoc.Access;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ReadRoundStateTests : ReturnsTest
{
    private static readonly IReadOnlyDictionary<string, long> Some = new Dictionary<string, long> { ["family.total"] = 3 };

    [Fact]
    public async Task A_commune_is_as_far_as_the_most_urgent_of_its_own_and_its_villages_returns()
    {
        Given.Return(Round, Commune, ReturnState.Confirmed);
        Given.Return(Round, Given.Place("Một", under: Commune), ReturnState.ToMend);
        Given.Return(Round, Given.Place("Hai", under: Commune));
        Given.Return(Round, Given.Place("Vĩnh Định", under: Province), ReturnState.Sent);
        MoveTo(2, 12);

        var state = await ReadAsync(Agency);

        Assert.Equal((4, 3, 1, 1), (state.All, state.Received, state.Confirmed, state.Late));
        Assert.Equal(
            [("Xã Hải Lăng", OwingState.Overdue, 3, 1, 1), ("Xã Vĩnh Định", OwingState.Checking, 1, 0, 0)],
            state.Communes.Select(commune => (commune.Commune.FullName, commune.Worst(Clock.Now.Day), commune.Asked, commune.Late, commune.ToMend)));
    }

    [Theory]
    [InlineData(29, 11, 0)]
    [InlineData(30, 11, 1)]
    public async Task Nothing_is_late_before_its_last_day_is_over(int day, int month, int late)
    {
        Given.Return(Round, Commune);
        MoveTo(day, month);

        var state = await ReadAsync(Agency);

        Assert.Equal((late, late), (state.Late, state.Latest.Count));
    }

    [Fact]
    public async Task What_was_saved_once_is_not_untouched()
    {
        var begun = Given.Return(Round, Commune);
        Given.Return(Round, Given.Place("Vĩnh Định", under: Province));
        Assert.Null((await new SaveReturn(Stored(), Shelf, Clock).RunAsync(begun, 0, new Dictionary<string, string?> { ["family.total"] = "3" }, Officer, Ct)).Refusal);
        MoveTo(2, 12);

        Assert.Equal(["Xã Vĩnh Định"], (await ReadAsync(Agency)).Untouched.Select(commune => commune.Commune.FullName));
    }

    [Fact]
    public async Task What_came_last_stands_first_and_twenty_at_most()
    {
        for (var i = 0; i < 22; i++)
        {
            var id = Given.Return(Round, Given.Place($"Xã số {i:00}", under: Province), ReturnState.Approved, Some);
            Time.Pass(TimeSpan.FromMinutes(1));
            var sender = Officer with { PlaceId = (await StoredReturnAsync(id)).SubjectId };
            Assert.Null((await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 0, ReturnStep.Send, null, sender, Ct)).Refusal);
        }

        var arrived = (await ReadAsync(Agency)).Arrived;

        Assert.Equal(20, arrived.Count);
        Assert.Equal(("Xã Xã số 21", Clock.Now.Instant), (arrived[0].FullName, arrived[0].At));
    }

    [Fact]
    public async Task Trouble_is_the_five_with_most_of_it()
    {
        for (var i = 0; i < 7; i++)
        {
            var commune = Given.Place($"Xã số {i}", under: Province);

            for (var j = 0; j <= i; j++)
            {
                Given.Return(Round, Given.Place($"Thôn {i}.{j}", under: commune), ReturnState.ToMend);
            }
        }

        Assert.Equal([7, 6, 5, 4, 3], (await ReadAsync(Agency)).Mending.Select(commune => commune.ToMend));
    }

    [Fact]
    public async Task A_commune_sees_its_own_part_alone()
    {
        Given.Return(Round, Commune);
        Given.Return(Round, Given.Place("Vĩnh Định", under: Province));

        Assert.Equal([Commune], (await ReadAsync(Officer)).Communes.Select(commune => commune.Commune.Id));
    }

    private async Task<RoundState> ReadAsync(Actor actor)
    {
        var db = Stored();

        return await new ReadRoundState(db, new ReadRoundCommunes(db), Clock).RunAsync(await db.Rounds.AsNoTracking().SingleAsync(Ct), actor, Ct);
    }

    private void MoveTo(int day, int month) => Time.MoveTo(new DateTimeOffset(2026, month, day, 9, 0, 0, TimeSpan.FromHours(7)));
}
