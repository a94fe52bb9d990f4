using System.Security.Cryptography;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Reporting.Records;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting.Records;

/// <summary>Chốt và khóa bản: the files are made once, and what changes afterwards is told beside them.</summary>
public sealed class LockingAReportTests : ReportRecordsTest
{
    [Fact]
    public async Task Locking_makes_both_files_once_and_keeps_them_by_their_hash()
    {
        Given.Confirmed(Round, Commune);
        var report = await BegunAsync("committee");
        await WriteAsync(report.Id, "tasks", 0, "Việc năm sau.");

        var locked = (await LockAsync(report.Id, startedFrom: 1)).Value;

        var files = await FilesOfAsync(report.Id);
        var code = await CodeOfAsync(Province);
        Assert.Equal((ReportState.Locked, Clock.Now.Instant, Agency.PersonId!.Value.Value), (locked.State, locked.LockedAt, locked.LockedBy));
        Assert.Equal([$"bao-cao-committee-nam-2026-{code}.docx", $"phu-luc-committee-nam-2026-{code}.xlsx"], files.Select(file => file.Name));
        Assert.All(files, file => Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(Bytes(file.Sha256)))));
        Assert.Contains("Việc năm sau.", LinesOf(files[0].Sha256));
        Assert.Contains(files[0].Sha256, (await Stored().AuditEntries.SingleAsync(entry => entry.Change == nameof(ReportLocked), Ct)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_of_the_kept_workbook_is_a_confirmed_figure()
    {
        Given.Confirmed(Round, Commune, Given.Answers(families: new Counted(1211, 1000, 900)));
        var report = await BegunAsync();
        await LockAsync(report.Id);

        using var workbook = new MemoryStream(Bytes((await FilesOfAsync(report.Id))[1].Sha256));
        var row = ExcelTable.Read(workbook).Single(row => row.Cells.ElementAtOrDefault(1) is "Xã Hải Lăng" && row.Cells.Count > 10);
        var printed = row.Cells.Skip(2).OfType<decimal>().ToHashSet();

        var elements = await Stored().Elements.ToDictionaryAsync(element => element.Id, element => element.Code, Ct);
        var models = (await Stored().Figures.ToListAsync(Ct)).Where(figure => !elements[figure.ElementId].StartsWith("citizen", StringComparison.Ordinal));
        Assert.All(models, figure => Assert.Contains(figure.Value, printed));
    }

    [Fact]
    public async Task What_was_not_seen_is_not_locked_and_what_is_locked_changes_no_more()
    {
        var report = await BegunAsync();
        await WriteAsync(report.Id, "tasks", 0, "Một");

        Assert.Equal(new ReportChangedMeanwhile(), (await LockAsync(report.Id, startedFrom: 0)).Refusal);
        Assert.Null((await LockAsync(report.Id, startedFrom: 1)).Refusal);
        Assert.Null((await LockAsync(report.Id, startedFrom: 1)).Refusal);
        Assert.Equal(new ReportIsLocked(), (await LockAsync(report.Id, startedFrom: 2)).Refusal);
        Assert.Equal(new ReportIsLocked(), (await WriteAsync(report.Id, "tasks", 1, "Hai")).Refusal);
        Assert.Equal(2, (await FilesOfAsync(report.Id)).Count);
    }

    [Fact]
    public async Task Only_who_writes_the_report_locks_it()
    {
        var report = await BegunAsync();

        Assert.Equal(new ReportNotFound(), (await LockAsync(report.Id, actor: Association)).Refusal);
        Assert.Equal(new ReportNotFound(), (await LockAsync(report.Id, actor: Officer)).Refusal);
        Assert.Empty(await FilesOfAsync(report.Id));
    }

    [Fact]
    public async Task Nobody_adds_files_to_a_report_or_takes_them_away()
    {
        var report = await BegunAsync();
        await LockAsync(report.Id);
        var (kind, record) = (new ReportFiles(), ReportFiles.RecordOf(report.Id));

        Assert.False(await kind.MayAddAsync(Stored(), record, Agency, Ct));
        Assert.Equal(2, await kind.Visible(Stored(), record, Agency).CountAsync(Ct));
        Assert.Empty(await kind.Visible(Stored(), record, Association).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_correction_afterwards_is_told_with_the_old_and_the_new_value_and_the_files_stay()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers(families: new Counted(1211, 1000, 900)));
        await StepAsync(id, ReturnStep.Confirm);
        var report = await BegunAsync();
        Time.Pass(TimeSpan.FromMinutes(1));
        await LockAsync(report.Id);
        var hashes = (await FilesOfAsync(report.Id)).Select(file => file.Sha256).ToList();
        var locked = await Stored().Reports.SingleAsync(Ct);
        Assert.Empty(await ChangesAsync(locked));

        Time.Pass(TimeSpan.FromDays(3));
        await CorrectAsync(id, new Counted(1322, 1000, 900));
        var changed = Assert.Single(await ChangesAsync(locked));

        Assert.Equal(("Xã Hải Lăng", "family.total", 1211L, 1322L), (changed.Subject, changed.Element.Code, changed.Before, changed.After));
        Assert.Equal(hashes, (await FilesOfAsync(report.Id)).Select(file => file.Sha256));
        Assert.Contains(WordOf(hashes[0]).Tables.SelectMany(table => table), row => row.Contains("1.211"));
    }

    [Fact]
    public async Task What_is_confirmed_for_the_first_time_afterwards_is_told_too_and_a_draft_has_nothing_to_tell()
    {
        var id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers(families: new Counted(9, 8, 7)));
        var report = await BegunAsync();
        Assert.Empty(await ChangesAsync(report));
        await LockAsync(report.Id);
        Time.Pass(TimeSpan.FromMinutes(1));
        await StepAsync(id, ReturnStep.Confirm);

        var changed = await ChangesAsync(await Stored().Reports.SingleAsync(Ct));

        Assert.Contains(changed, figure => (figure.Element.Code, figure.Before, figure.After) == ("family.total", null, 9L));
    }

    [Fact]
    public async Task A_new_version_takes_the_texts_along_and_the_old_one_knows_it()
    {
        var first = await BegunAsync();
        await WriteAsync(first.Id, "tasks", 0, "Một");
        var next = new ReportId(Guid.CreateVersion7());
        Assert.Equal(new ReportNotLocked(), (await ContinueAsync(first.Id, next)).Refusal);
        await LockAsync(first.Id, startedFrom: 1);

        var second = (await ContinueAsync(first.Id, next)).Value;
        var again = (await ContinueAsync(first.Id, next)).Value;

        Assert.Equal((2, ReportState.Draft, first.PeriodId, next), (second.Number, second.State, second.PeriodId, again.Id));
        Assert.Equal("Một", Assert.Single(await Stored().TextsOfAsync(second, Ct)).Text);
        Assert.Equal(second.Id, (await Stored().VersionsOf(first).FirstAsync(Ct)).Id);
        Assert.Equal(new ReportHasNewerVersion(2), (await ContinueAsync(first.Id, new ReportId(Guid.NewGuid()))).Refusal);
        Assert.Equal(new ReportNotFound(), (await ContinueAsync(first.Id, new ReportId(Guid.NewGuid()), Association)).Refusal);
    }

    [Fact]
    public async Task An_id_of_another_report_is_no_new_version()
    {
        var other = await BegunAsync("committee");
        var first = await BegunAsync();
        await LockAsync(first.Id);

        Assert.Equal(new ReportDiffers(), (await ContinueAsync(first.Id, other.Id)).Refusal);
    }

    private async Task<IReadOnlyList<ChangedFigure>> ChangesAsync(Report report)
    {
        var db = Stored();

        return await new ReadChangesSinceLock(db, ReadAnnualFacts(db)).RunAsync(report, Agency, Ct);
    }

    private async Task CorrectAsync(ReturnId id, Counted families)
    {
        await StepAsync(id, ReturnStep.Correct);
        var revision = (await StoredReturnAsync(id)).Revision;
        var saved = await new SaveReturn(Stored(), Shelf, Clock).RunAsync(id, revision, Given.Typed(Given.Answers(families: families)), Officer, Ct);
        Assert.Null(saved.Refusal);

        foreach (var step in new[] { ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send, ReturnStep.Confirm })
        {
            await StepAsync(id, step);
        }
    }

    private async Task StepAsync(ReturnId id, ReturnStep step)
    {
        var actor = As(ReturnSteps.All.First(move => move.Step == step).Who.Communes[0]);
        var outcome = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, (await StoredReturnAsync(id)).Revision, step, "Đếm lại", actor, Ct);
        Assert.Null(outcome.Refusal);
    }

    private byte[] Bytes(string sha256)
    {
        using var file = Files.Open(sha256);
        using var memory = new MemoryStream();
        file.CopyTo(memory);

        return memory.ToArray();
    }

    private IReadOnlyList<string> LinesOf(string sha256) => WordOf(sha256).Lines;

    private WordText WordOf(string sha256)
    {
        using var file = new MemoryStream(Bytes(sha256));

        return WordText.Of(file);
    }
}
