using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Platform;
using HieuHoc.Places;
using HieuHoc.Programmes.Checks;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Own;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Demo;

public sealed class StoppedDemoTests(DemoFixture whole) : DatabaseTest, IClassFixture<DemoFixture>
{
    /// <summary>Who has an account and no password.</summary>
    private const int Heads = 1;

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(40)]
    public async Task Stopped_in_the_middle_and_made_again_it_ends_like_one_that_was_never_stopped(int steps)
    {
        await StopAfterAsync(steps);
        var before = await Stored().ReturnMoves.CountAsync(Ct);

        var made = await DemoFixture.MakeAsync(Database, Ct);

        Assert.True(made);
        Assert.InRange(before, steps, 200);
        Assert.Equal(await MovesAsync(whole.Database), await MovesAsync(Database));
        Assert.Equal(await AnswersAsync(whole.Database), await AnswersAsync(Database));
        Assert.Equal(await WordsAsync(whole.Database), await WordsAsync(Database));
        Assert.Equal(await BesideAsync(whole.Database), await BesideAsync(Database));
        Assert.Equal(DemoPeople.Everyone.Count + Heads, await Stored().People.CountAsync(Ct));
        Assert.False(await DemoFixture.MakeAsync(Database, Ct));
    }

    [Fact]
    public async Task Stopped_before_anything_was_saved_it_leaves_nothing()
    {
        var demo = new MakeDemo(Engine, Shelf, new Texts(), _ => throw new InvalidOperationException("stopped"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => demo.RunAsync(Ct));

        Assert.Equal((0, 0), (await Stored().Owners.CountAsync(Ct), await Stored().People.CountAsync(Ct)));
    }

    [Fact]
    public async Task Its_accounts_are_recorded_as_made_by_the_installation()
    {
        await using var db = whole.Database.Open();

        var changes = await db.AuditEntries.Where(entry => entry.Change == nameof(PersonCreated) || entry.Change == nameof(ProgrammeStarted))
            .Select(entry => entry.Change).ToListAsync(Ct);

        Assert.Equal(DemoPeople.Everyone.Count + Heads + 2, changes.Count);
        Assert.All(await db.People.Select(person => person.SecurityStamp).ToListAsync(Ct), stamp => Assert.DoesNotContain('-', stamp));
    }

    /// <summary>Ends the making once so many steps are stored, wherever it is then.</summary>
    private async Task StopAfterAsync(int steps)
    {
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => DemoFixture.MakeAsync(new StoppingEngine(Engine, steps, stop), stop.Token));
    }

    private static async Task<IReadOnlyList<string>> MovesAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var rows = await (
            from move in db.ReturnMoves
            join @return in db.Returns on move.ReturnId equals @return.Id
            select new { @return.SubjectId, @return.State, move.Number, move.Step, move.TakenAt, move.Reason }).ToListAsync(Ct);

        return [.. rows.Select(row => $"{row.SubjectId} {row.State} {row.Number} {row.Step} {row.TakenAt:O} {row.Reason}").Order()];
    }

    /// <summary>What was written and replied, who was given more time, and which villages were merged.</summary>
    private static async Task<IReadOnlyList<string>> WordsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var texts = await db.ReturnTexts.Join(db.Returns, text => text.ReturnId, @return => @return.Id, (text, @return) => new { @return.SubjectId, text.Section, text.SavedAt }).ToListAsync(Ct);
        var items = await db.Difficulties.Join(db.Returns, item => item.ReturnId, @return => @return.Id, (item, @return) => new { @return.SubjectId, item.Text, item.Reply, item.AnsweredAt }).ToListAsync(Ct);
        var due = await db.Returns.Select(@return => new { @return.SubjectId, @return.DueOn }).ToListAsync(Ct);
        var villages = db.Places.Where(place => place.Level == PlaceLevel.Village).Select(place => place.Id);
        var merged = await db.PlaceSuccessions.Where(row => villages.Contains(row.FromId))
            .Select(row => new { row.FromId, row.ToId, row.EffectiveOn }).ToListAsync(Ct);

        return [.. texts.Select(row => $"{row}").Concat(items.Select(row => $"{row}")).Concat(due.Select(row => $"{row}")).Concat(merged.Select(row => $"{row}")).Order(StringComparer.Ordinal)];
    }

    /// <summary>What agencies report of their tasks, and what goes on beside the round.</summary>
    private static async Task<IReadOnlyList<string>> BesideAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var reports = await db.TaskReports.Join(db.Returns, report => report.ReturnId, @return => @return.Id, (report, @return) => new { @return.SubjectId, report.State, report.Percent, report.Results, report.SavedAt }).ToListAsync(Ct);
        var entries = await db.BudgetEntries.Select(entry => new { entry.SubjectId, entry.Kind, entry.Amount, entry.TaskId }).ToListAsync(Ct);
        var visits = await db.Visits.Select(visit => new { visit.VisitedId, visit.Kind, visit.State }).ToListAsync(Ct);
        var pilots = await db.Pilots.Select(pilot => new { pilot.Name, pilot.State, pilot.Revision }).ToListAsync(Ct);
        var wanted = await db.OwnValues.Select(value => new { value.PlaceId, value.Indicator, value.Hundredths, value.Number }).ToListAsync(Ct);
        var raised = await db.Difficulties.Where(item => item.ReturnId == null).Select(item => new { item.SubjectId, item.Text, item.Reply }).ToListAsync(Ct);

        return
        [
            .. reports.Select(row => $"{row}").Concat(entries.Select(row => $"{row}")).Concat(visits.Select(row => $"{row}")).Concat(pilots.Select(row => $"{row}"))
                .Concat(wanted.Select(row => $"{row}")).Concat(raised.Select(row => $"{row}")).Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var rows = await (
            from version in db.ReturnVersions
            join @return in db.Returns on version.ReturnId equals @return.Id
            select new { @return.SubjectId, version.Number, version.SavedAt, version.Answers, @return.Revision }).ToListAsync(Ct);

        return
        [
            .. rows.Where(row => row.Revision > 0)
                .Select(row => $"{row.SubjectId} {row.Number} {row.SavedAt:O} {Answers.FromJson(row.Answers).ToJson()} {row.Revision}").Order(),
        ];
    }
}
