using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ConfirmingAtOnceTests : ReturnsTest
{
    private const int Tasks = 16;

    [Fact]
    public async Task Sixteen_confirmations_of_different_and_the_same_communes_make_the_roll_up_of_all()
    {
        var communes = new[] { Commune, Given.Place("Nam Hải Lăng", under: Province) };
        // Eight rounds of one year ask both communes the same, so that eight sources meet in each row of the roll-up.
        var ids = Enumerable.Range(1, Tasks / communes.Length)
            .Select(i => (Number: i, Round: Given.Round($"2026-{i}", Round.FormPackId)))
            .SelectMany(round => communes.Select(commune =>
                Given.Return(round.Round, commune, ReturnState.Sent, Given.Answers(families: new Counted(1000 + round.Number, 900, 800)))))
            .ToList();

        var refusals = await AtOnceAsync(ids);

        Assert.All(refusals, Assert.Null);
        Assert.Equal(Tasks * Given.Answers().Count, await Stored().Figures.CountAsync(Ct));
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
    }

    [Fact]
    public async Task Of_sixteen_confirmations_of_one_return_one_is_taken()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());

        var refusals = await AtOnceAsync([.. Enumerable.Repeat(id, Tasks)]);

        Assert.Single(refusals, refusal => refusal is null);
        Assert.All(
            refusals.OfType<Refusal>(),
            refusal => Assert.True(refusal is ReturnChangedMeanwhile or ReturnStepNotPossible { State: ReturnState.Confirmed }));
        Assert.Single(await Stored().ReturnMoves.ToListAsync(Ct));
        Assert.All(await Stored().RollUps.ToListAsync(Ct), row => Assert.Equal(1, row.Reported));
    }

    private async Task<IReadOnlyList<Refusal?>> AtOnceAsync(IReadOnlyList<ReturnId> ids)
    {
        using var start = new Barrier(ids.Count);

        return await Task.WhenAll(ids.Select(id => Task.Factory.StartNew(
            async () =>
            {
                await using var db = Engine.Open();
                start.SignalAndWait(Ct);
                var outcome = await new TakeReturnStep(db, Shelf, Clock).RunAsync(id, 0, ReturnStep.Confirm, null, Agency with { PersonId = new PersonId(Guid.CreateVersion7()) }, Ct);

                return outcome.Refusal;
            },
            Ct,
            // A thread each: they all wait for the last one.
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}
