using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Figures.Import;
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
            .Select(i => (Number: i, Round: Given.Round($"2026-{i}", Given.FormOf(Round))))
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

    [Fact]
    public async Task Thirty_two_clients_that_confirm_correct_import_restate_and_rebuild_at_once_end_equal_to_a_rebuild()
    {
        const int each = 8;
        var communes = new[] { Commune, Given.Place("Nam Hải Lăng", under: Province, code: "N1") };
        var rounds = Enumerable.Range(1, each).Select(i => Given.Round($"2026-{i}", Given.FormOf(Round))).ToList();
        var first = rounds.SelectMany(round => communes.Select(commune => Given.Return(round, commune, ReturnState.Sent, Given.Answers()))).ToList();
        var corrected = rounds.Select(round => Given.Return(
            Given.Round($"{round.Code}-c", Given.FormOf(Round)), communes[0], ReturnState.Sent, Given.Answers(families: new Counted(500, 400, 300)))).ToList();
        await AtOnceAsync(corrected);

        foreach (var id in corrected)
        {
            await CorrectUpToSendingAsync(id);
        }

        // An import of what returns count would only be stated; what is imported meets them in the same rows of communes.
        Given.Pack(Given.Elements() with { Id = "imported", ValidFrom = new DateOnly(2026, 1, 1), Elements = [Given.Element("crowd.total", producer: Producer.Import), Given.Element("crowd.born", producer: Producer.Import)] });
        var imports = Enumerable.Range(0, 2).Select(i => $"place,period,element,breakdown,value,standing\nN1,2026,crowd.{(i == 0 ? "total" : "born")},,{i + 5},\n");
        using var start = new Barrier(first.Count + corrected.Count + 8);

        var refusals = await Task.WhenAll(
        [
            .. first.Select(id => StartAsync(start, db => ConfirmAsync(db, id))),
            .. corrected.Select(id => StartAsync(start, db => ConfirmAsync(db, id))),
            .. imports.Select(text => StartAsync(start, async db => (await new ImportFigures(db, Shelf, Clock).RunAsync(
                new NewImport(Guid.CreateVersion7(), "Niên giám", text), dryRun: false, Agency, Ct)).Refusal)),
            .. Enumerable.Range(0, 4).Select(_ => StartAsync(start, RestateAsync)),
            .. Enumerable.Range(0, 2).Select(_ => StartAsync(start, RebuildAsync)),
        ]);

        Assert.All(refusals, Assert.Null);
        Assert.Equal(32, refusals.Length);
        Assert.All(await Stored().Returns.ToListAsync(Ct), @return => Assert.Equal(ReturnState.Confirmed, @return.State));
        Assert.Equal(await RebuiltAsync(Stored(), Ct), await RollUpAsync(Stored(), Ct));
        var families = await Stored().Elements.Where(element => element.Code == "family.total").Select(element => element.Id).SingleAsync(Ct);
        Assert.Equal((1200 * 2 * each) + (600 * each), await Stored().RollUps.Where(row => row.ElementId == families).SumAsync(row => row.Sum, Ct));
    }

    /// <summary>Reads every indicator of the year on the boundaries of the day.</summary>
    private async Task<Refusal?> RestateAsync(HieuHocDb db)
    {
        var indicators = new ReadIndicators(db, Shelf);
        var year = PeriodCode.Year(2026);

        return (await indicators.RunAsync(
            Province, year, await indicators.DefinitionsAsync(year, Agency, Ct), ReadingTerms.Now with { PlacesOf = Clock.Now.Day }, Agency, Ct)).Refusal;
    }

    private async Task<Refusal?> RebuildAsync(HieuHocDb db)
    {
        await new RebuildRollUp(db).RunAsync(1, Ct);

        return null;
    }

    /// <summary>What stood at 500 families is corrected to 600, and waits for its confirmation.</summary>
    private async Task CorrectUpToSendingAsync(ReturnId id)
    {
        await TakeAsync(id, ReturnStep.Correct, Officer);
        await using var db = Engine.Open();
        var revision = (await db.Returns.AsNoTracking().SingleAsync(@return => @return.Id == id, Ct)).Revision;
        Assert.Null((await new SaveReturn(db, Shelf, Clock).RunAsync(id, revision, Given.Typed(Given.Answers(families: new Counted(600, 400, 300))), Officer, Ct)).Refusal);
        await TakeAsync(id, ReturnStep.Submit, Officer);
        await TakeAsync(id, ReturnStep.Approve, Leader);
        await TakeAsync(id, ReturnStep.Send, Officer);
    }

    private async Task TakeAsync(ReturnId id, ReturnStep step, Actor actor)
    {
        await using var db = Engine.Open();
        var revision = (await db.Returns.AsNoTracking().SingleAsync(@return => @return.Id == id, Ct)).Revision;
        Assert.Null((await new TakeReturnStep(db, Shelf, Clock).RunAsync(id, revision, step, "Đếm lại", actor, Ct)).Refusal);
    }

    private async Task<Refusal?> ConfirmAsync(HieuHocDb db, ReturnId id)
    {
        var revision = (await db.Returns.AsNoTracking().SingleAsync(@return => @return.Id == id, Ct)).Revision;

        return (await new TakeReturnStep(db, Shelf, Clock).RunAsync(id, revision, ReturnStep.Confirm, null, Agency, Ct)).Refusal;
    }

    private async Task<IReadOnlyList<Refusal?>> AtOnceAsync(IReadOnlyList<ReturnId> ids)
    {
        using var start = new Barrier(ids.Count);

        return await Task.WhenAll(ids.Select(id => StartAsync(start, async db => (await new TakeReturnStep(db, Shelf, Clock).RunAsync(
            id, 0, ReturnStep.Confirm, null, Agency with { PersonId = new PersonId(Guid.CreateVersion7()) }, Ct)).Refusal)));
    }

    private Task<Refusal?> StartAsync(Barrier start, Func<HieuHocDb, Task<Refusal?>> run) => Task.Factory.StartNew(
        async () =>
        {
            await using var db = Engine.Open();
            start.SignalAndWait(Ct);

            return await run(db);
        },
        Ct,
        // A thread each: they all wait for the last one.
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default).Unwrap();
}
