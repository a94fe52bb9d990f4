using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Returns.Reasons;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

/// <summary>Why figures that look odd are right, as the papers print it.</summary>
public sealed class ReportNotesTests : ReportTest
{
    private const string Members = "association.members";

    private Round asked = null!;
    private int form;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using (var db = Engine.Open())
        {
            await db.RoundForms.Where(row => row.RoundId == Round.Id).ExecuteDeleteAsync(Ct);
            await db.Rounds.Where(row => row.Id == Round.Id).ExecuteDeleteAsync(Ct);
        }

        form = Given.FormPack("annual-commune");
        asked = Given.Round("2026-năm", form, outlinePackId: Given.Pack(Given.Outline()));
        await GivenPlanAsync();
    }

    [Fact]
    public async Task The_report_says_which_communes_explained_what_by_their_reasons()
    {
        await ConfirmedAsync("Hải Lăng", Commune, new TypedReason("jump-members", Members, "merger", "Nhận hội viên xã cũ"));
        await ConfirmedAsync("Vĩnh Định", null, new TypedReason("jump-members", Members, "merger", null), new TypedReason("association", "", "other", new string('d', 200)));
        Given.Confirmed(asked, Given.Place("Diên Sanh", under: Province), Answers);

        var report = await ReportAsync();
        var word = WordText.Of(report.Paper);
        var notes = word.Section("Ghi chú về số liệu");

        Assert.Equal("2 đơn vị giải trình 3 chỗ số liệu khác thường; các số liệu này đã được đối chiếu và giữ nguyên:", notes[0]);
        Assert.StartsWith("- 2 đơn vị có biến động số liệu do “Sáp nhập, sắp xếp đơn vị”: Xã Hải Lăng (", notes[1], StringComparison.Ordinal);
        Assert.StartsWith("- 1 đơn vị có biến động số liệu do “Lý do khác”: Xã Vĩnh Định (Cả phần Tổ chức Hội Khuyến học)", notes[2], StringComparison.Ordinal);
        var rows = word.Tables.SelectMany(table => table).Where(row => row.Count == 3 && row[0].StartsWith("Xã ", StringComparison.Ordinal)).ToList();
        Assert.Equal("Sáp nhập, sắp xếp đơn vị: Nhận hội viên xã cũ", rows.Single(row => row[0] == "Xã Hải Lăng")[2]);
        Assert.All(rows, row => Assert.InRange(row[2].Length, 1, 90));
    }

    [Fact]
    public async Task A_sheet_of_the_appendix_has_all_of_them_word_for_word()
    {
        await ConfirmedAsync("Hải Lăng", Commune, new TypedReason("association", "", "other", new string('d', 200)));

        var sheet = (await ReportAsync()).Appendix.Sheets[^1];
        var row = SheetFile.Of(sheet).Rows.Single(row => row.Cells.ElementAtOrDefault(1) as string == "Xã Hải Lăng").Cells;

        Assert.EndsWith("Ghi chú về số liệu", sheet.Name, StringComparison.Ordinal);
        Assert.Equal(["Tổ chức Hội Khuyến học", "Cả phần Tổ chức Hội Khuyến học", "Lý do khác", new string('d', 200)], row.Skip(2));
    }

    [Fact]
    public async Task Without_reasons_there_is_neither_section_nor_sheet()
    {
        Given.Confirmed(asked, Commune, Answers);

        var report = await ReportAsync();

        Assert.DoesNotContain(WordText.Of(report.Paper).Lines, line => line.Contains("Ghi chú về số liệu", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Appendix.Sheets, sheet => sheet.Name.Contains("Ghi chú", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_confirmed_is_not_told_and_what_is_being_corrected_is_told_as_it_counts()
    {
        var id = await ConfirmedAsync("Hải Lăng", Commune, new TypedReason("jump-members", Members, "merger", null));
        Given.Return(asked, Given.Place("Vĩnh Định", under: Province), ReturnState.Sent, Answers);
        var officer = Officer with { PlaceId = Commune };
        Assert.Null((await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(id, 1, ReturnStep.Correct, "Sai", officer, Ct)).Refusal);
        Assert.Null((await new ExplainFindings(Stored(), Shelf, Clock).RunAsync(id, 2, [new TypedReason("jump-members", Members, "counting", null)], officer, Ct)).Refusal);

        var notes = WordText.Of((await ReportAsync()).Paper).Section("Ghi chú về số liệu");

        Assert.StartsWith("- 1 đơn vị có biến động số liệu do “Sáp nhập, sắp xếp đơn vị”", notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_s_own_paper_prints_its_notes_under_the_table()
    {
        var id = Given.Return(asked, Commune, answers: Answers);
        Assert.Null((await new ExplainFindings(Stored(), Shelf, Clock).RunAsync(id, 0, [new TypedReason("jump-members", Members, "merger", "Nhận hội viên xã cũ")], Officer, Ct)).Refusal);
        var db = Stored();

        var paper = (await new BuildSenderReport(db, Shelf, new JudgeTargets(db, Shelf, new ReadIndicators(db, Shelf), new PlanShelf()), new ReadTaskReports(db, Shelf, new Texts()), Clock, new Texts()).RunAsync(id, Officer, Ct)).Value.Paper;

        Assert.Contains(WordText.Of(paper).Lines, line =>
            line.StartsWith("Ghi chú: ", StringComparison.Ordinal) && line.EndsWith(": Sáp nhập, sắp xếp đơn vị: Nhận hội viên xã cũ", StringComparison.Ordinal));
    }

    private static IReadOnlyDictionary<string, long> Answers { get; } = new Dictionary<string, long> { [Members] = 900, ["people.total"] = 3000 };

    private async Task<AnnualReport> ReportAsync() => (await BuildAnnualReport.RunAsync(Province, 2026, Agency, Ct)).Value;

    /// <summary>A commune whose return was confirmed with these reasons.</summary>
    private async Task<ReturnId> ConfirmedAsync(string name, int? place, params IReadOnlyList<TypedReason> reasons)
    {
        var commune = place ?? Given.Place(name, under: Province);
        var id = Given.Return(asked, commune, answers: Answers);
        var officer = new Actor(1, Officer.PersonId, Role.CommuneOfficer, commune);
        Assert.Null((await new ExplainFindings(Stored(), Shelf, Clock).RunAsync(id, 0, reasons, officer, Ct)).Refusal);
        await using var db = Engine.Open();
        var @return = await db.Returns.SingleAsync(row => row.Id == id, Ct);
        db.Entry(@return).Property(row => row.State).CurrentValue = ReturnState.Confirmed;
        db.Entry(@return).Property(row => row.ConfirmedVersion).CurrentValue = 1;
        await db.SaveChangesAsync(Ct);

        return id;
    }
}
