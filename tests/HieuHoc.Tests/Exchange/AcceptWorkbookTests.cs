using HieuHoc.Exchange.Workbooks;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Exchange;

public sealed class AcceptWorkbookTests : WorkbooksTest
{
    protected override IReadOnlyDictionary<string, long> Answered { get; } = new Dictionary<string, long> { ["family.total"] = 1200, ["clan.total"] = 30 };

    [Fact]
    public async Task What_is_accepted_is_saved_and_what_the_file_lacks_stays()
    {
        var accepted = await AcceptAllAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", 1250], ["unit.total", 9], ["clan.total", null]));

        Assert.Equal(new AcceptedWorkbook(2, 1), accepted.Value);
        Assert.Equal(new Dictionary<string, long> { ["clan.total"] = 30, ["family.total"] = 1250, ["unit.total"] = 9 }, await StoredAnswersAsync(Id));
        Assert.Equal((1, ReturnState.Entering), ((await StoredReturnAsync(Id)).Revision, (await StoredReturnAsync(Id)).State));
        Assert.Single(await Stored().AuditEntries.Where(entry => entry.Change == nameof(WorkbookAccepted)).ToListAsync(Ct));
    }

    [Fact]
    public async Task Only_what_was_chosen_is_taken()
    {
        var upload = await UploadedAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", 1250], ["unit.total", 9]));

        await AcceptWorkbook.RunAsync(Record, upload, new Dictionary<ReturnId, int> { [Id] = 0 }, [new ChosenCell(Id, "unit.total")], Officer, Ct);

        Assert.Equal(new Dictionary<string, long> { ["clan.total"] = 30, ["family.total"] = 1200, ["unit.total"] = 9 }, await StoredAnswersAsync(Id));
    }

    [Fact]
    public async Task Nothing_chosen_is_told()
    {
        var upload = await UploadedAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", 1250]));

        var accepted = await AcceptWorkbook.RunAsync(Record, upload, new Dictionary<ReturnId, int> { [Id] = 0 }, [new ChosenCell(Id, "snow.total")], Officer, Ct);

        Assert.Equal(new WorkbookNothingChosen(), accepted.Refusal);
    }

    [Fact]
    public async Task What_somebody_saved_meanwhile_is_not_overwritten()
    {
        var upload = await UploadedAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", 1250]));
        await new SaveReturn(Stored(), Shelf, Clock).RunAsync(Id, 0, new Dictionary<string, string?> { ["family.total"] = "1260" }, Officer, Ct);

        var accepted = await AcceptWorkbook.RunAsync(Record, upload, new Dictionary<ReturnId, int> { [Id] = 0 }, [new ChosenCell(Id, "family.total")], Officer, Ct);

        Assert.Equal(new ReturnChangedMeanwhile(), accepted.Refusal);
        Assert.Equal(1260, (await StoredAnswersAsync(Id))["family.total"]);
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing()
    {
        var upload = await UploadedAsync(OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", 1250]));
        Task<Outcome<AcceptedWorkbook>> AcceptAsync() =>
            AcceptWorkbook.RunAsync(Record, upload, new Dictionary<ReturnId, int> { [Id] = 0 }, [new ChosenCell(Id, "family.total")], Officer, Ct);

        await AcceptAsync();
        var again = await AcceptAsync();

        Assert.Equal((null, 1), (again.Refusal, (await StoredReturnAsync(Id)).Revision));
        Assert.Single(await Stored().AuditEntries.Where(entry => entry.Change == nameof(WorkbookAccepted)).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_return_that_was_sent_takes_nothing()
    {
        var sent = Given.Return(Given.Round("khác", formPackId: Given.FormPack()), Commune, ReturnState.AwaitingLeader, Answered);
        var record = new WorkbookRecord.OfReturn(sent);
        var upload = (await TakeWorkbook.RunAsync(record, new AttachmentId(Guid.CreateVersion7()), "a.xlsx", OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", 5], ["clan.total", 30]), Officer, Ct)).Value.Id;

        var read = (await ReadWorkbook.RunAsync(record, upload, Officer, Ct)).Value.Reading;
        var accepted = await AcceptWorkbook.RunAsync(record, upload, new Dictionary<ReturnId, int> { [sent] = 0 }, [new ChosenCell(sent, "family.total")], Officer, Ct);

        Assert.Equal((2, "exchange.mistake.closed", "Xã Hải Lăng"), Told(Assert.Single(read.Mistakes)));
        Assert.Empty(read.Changes);
        Assert.Equal(new WorkbookNothingChosen(), accepted.Refusal);
    }

    [Fact]
    public async Task Of_a_return_given_back_for_single_cells_only_these_are_taken()
    {
        await using (var db = Stored())
        {
            var sent = await db.Returns.SingleAsync(@return => @return.Id == Id, Ct);
            db.Entry(sent).Property(@return => @return.State).CurrentValue = ReturnState.Sent;
            await db.SaveChangesAsync(Ct);
        }

        Assert.Null((await new MarkCells(Stored(), Shelf, Clock).RunAsync(Id, 0, [new TypedMark("clan.total", "Xem lại")], Agency, Ct)).Refusal);
        Assert.Null((await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(Id, 1, ReturnStep.AskToMend, null, Agency, Ct)).Refusal);
        var file = OfficersFile.Of(["Mã ô", "Số liệu"], ["family.total", 1250], ["clan.total", 31]);

        var reading = await ReadAsync(file);
        await AcceptAllAsync(file);

        Assert.Equal((2, "exchange.mistake.frozen", "Xã Hải Lăng"), Told(Assert.Single(reading.Mistakes)));
        Assert.Equal(new Dictionary<string, long> { ["clan.total"] = 31, ["family.total"] = 1200 }, await StoredAnswersAsync(Id, version: 2));
    }
}
