using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class StepsTakenAtOnceTests : ReturnsTest
{
    private const int Tasks = 12;

    [Theory]
    [InlineData(ReturnState.AwaitingLeader, ReturnStep.Approve)]
    [InlineData(ReturnState.AwaitingLeader, ReturnStep.SendBack)]
    [InlineData(ReturnState.Sent, ReturnStep.AskToMend)]
    [InlineData(ReturnState.Sent, ReturnStep.Confirm)]
    public async Task Of_many_who_take_a_step_at_once_one_takes_it_and_the_others_are_told(ReturnState state, ReturnStep step)
    {
        var id = Given.Return(Round, Commune, state, Given.Answers());
        var transition = ReturnSteps.All.First(move => move.From == state && move.Step == step);

        var refusals = await AtOnceAsync(db => new TakeReturnStep(db, Shelf, Clock).RunAsync(
            id, 0, step, "vì thế", As(transition.Who.Communes[0]) with { PersonId = new(Guid.CreateVersion7()) }, Ct));

        Assert.Single(refusals, refusal => refusal is null);
        Assert.All(refusals.OfType<Refusal>(), refusal => Assert.True(refusal is ReturnChangedMeanwhile or ReturnStepNotPossible));
        Assert.Single(await Stored().ReturnMoves.ToListAsync(Ct));
        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
        Assert.Equal((transition.To, 1), ((await StoredReturnAsync(id)).State, (await StoredReturnAsync(id)).Revision));
    }

    [Fact]
    public async Task Of_many_who_save_at_once_one_is_saved_and_the_others_are_told()
    {
        var id = Given.Return(Round, Commune);
        var typists = 0;

        var refusals = await AtOnceAsync(db => new SaveReturn(db, Shelf, Clock).RunAsync(
            id, 0, new Dictionary<string, string?> { ["family.total"] = $"{Interlocked.Increment(ref typists)}" }, Officer, Ct));

        Assert.Single(refusals, refusal => refusal is null);
        Assert.All(refusals.OfType<Refusal>(), refusal => Assert.Equal(new ReturnChangedMeanwhile(), refusal));
        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
    }

    private async Task<IReadOnlyList<Refusal?>> AtOnceAsync<T>(Func<HieuHocDb, Task<Outcome<T>>> run)
    {
        using var start = new Barrier(Tasks);

        return await Task.WhenAll(Enumerable.Range(0, Tasks).Select(_ => Task.Factory.StartNew(
            async () =>
            {
                await using var db = Engine.Open();
                start.SignalAndWait(Ct);

                return (await run(db)).Refusal;
            },
            Ct,
            // A thread each: they all wait for the last one.
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}
