using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;
using HieuHoc.Tests.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

public sealed class BuildSenderReportTests : NarrativeTest
{
    [Fact]
    public async Task The_paper_of_a_commune_is_its_people_s_committee_s()
    {
        var paper = (await BuildAsync(Officer)).Value.Paper;

        Assert.Equal(("ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ", "ỦY BAN NHÂN DÂN XÃ HẢI LĂNG"), (paper.ParentIssuer, paper.Issuer));
        Assert.Equal(("Số:          /BC-UBND", "Hải Lăng, ngày        tháng        năm 2026"), (paper.NumberPattern, paper.PlaceAndDate));
        Assert.Equal(("BÁO CÁO", "Kết quả năm 2026"), (paper.Type, paper.Abstract));
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], paper.Signature.Authority);
        Assert.Equal((null, null), (paper.Signature.SignerName, paper.Watermark));
        Assert.Equal(["- Lưu: VT."], paper.Recipients);
    }

    [Fact]
    public async Task The_sections_stand_in_their_order_with_what_was_written_and_the_figures()
    {
        await WriteAsync(0, "situation", "Xã có 12 thôn.\r\n- Thuận lợi\r\n- Khó khăn");
        await ListAsync(1, "difficulties", ("Thiếu kinh phí", null));
        await ListAsync(2, "proposals", ("Bố trí kinh phí", "UBND tỉnh"), ("Tập huấn", "Sở GDĐT"), ("Biên chế", "UBND tỉnh"));

        var word = WordText.Of((await BuildAsync(Officer)).Value.Paper);

        Assert.Equal(["Xã có 12 thôn.", "- Thuận lợi", "- Khó khăn"], word.Section("Tình hình"));
        Assert.Equal("- Thiếu kinh phí", Assert.Single(word.Section("Khó khăn, vướng mắc")));
        Assert.Equal(
            ["Kiến nghị với UBND tỉnh:", "- Bố trí kinh phí", "- Biên chế", "Kiến nghị với Sở GDĐT:"], word.Section("Kiến nghị").Take(4));
        Assert.Contains(word.Tables.SelectMany(table => table), row => row.Contains("1.200"));
    }

    [Fact]
    public async Task A_blank_section_says_so_and_a_blank_cell_is_no_zero()
    {
        var id = Given.Return(Given.Round("2026-trong", FormPack, outlinePackId: Round.OutlinePackId), Commune, answers: new Dictionary<string, long> { ["family.total"] = 0 });

        var word = WordText.Of((await BuildAsync(Officer, id)).Value.Paper);

        Assert.Equal("(chưa có nội dung)", Assert.Single(word.Section("Tình hình")));
        var families = Assert.Single(word.Tables.SelectMany(table => table), row => row.Count > 3 && row[1] == "0");
        Assert.All(families.Skip(2), cell => Assert.Equal("", cell));
    }

    [Fact]
    public async Task The_standing_agency_prints_what_was_sent_and_nothing_before()
    {
        await WriteAsync(0, "situation", "Bản đầu");
        var unsent = await BuildAsync(Agency);
        await MendAsync();
        await WriteAsync(1, "situation", "Bản sau");

        Assert.Equal(new SenderReportNotSent(), unsent.Refusal);
        Assert.Equal(["Bản đầu"], WordText.Of((await BuildAsync(Agency)).Value.Paper).Section("Tình hình"));
        Assert.Equal(["Bản sau"], WordText.Of((await BuildAsync(Officer)).Value.Paper).Section("Tình hình"));
    }

    [Fact]
    public async Task A_report_is_addressed_to_the_standing_agency_of_the_round_s_programme()
    {
        var code = await Stored().PlaceCodes.Where(held => held.PlaceId == Province).Select(held => held.Code).SingleAsync(Ct);
        var plan = Given.Programme(code, plan => plan with { StandingAgency = Given.Words("Hội Khuyến học tỉnh") });
        var round = Given.Round("2026-ct", FormPack, programme: plan.Id, outlinePackId: Round.OutlinePackId);

        var paper = (await BuildAsync(Officer, Given.Return(round, Commune))).Value.Paper;

        Assert.Equal(["Hội Khuyến học tỉnh"], paper.Addressees);
    }

    [Fact]
    public async Task An_agency_writes_its_own_sections_under_its_own_name()
    {
        var agency = Given.Agency(Province, "Sở Nội vụ tỉnh Quảng Trị", AgencyKind.Department, code: "test.so-noi-vu");
        Given.Pack(Given.Elements() with { Elements = [Given.Element("of-agencies", leafLevel: SubjectLevel.Agency)] });
        var form = Given.Pack(Given.AgencyForm(["test.so-noi-vu"], "of-agencies"));
        var id = Given.Return(Given.Round("2026-cq", form, outlinePackId: Round.OutlinePackId), agency, answers: new Dictionary<string, long> { ["of-agencies"] = 7 });
        var officer = As(Role.AgencyOfficer) with { AgencyId = agency };

        var report = (await BuildAsync(officer, id)).Value;

        Assert.Equal((null, "SỞ NỘI VỤ TỈNH QUẢNG TRỊ", "Số:          /BC-"), (report.Paper.ParentIssuer, report.Paper.Issuer, report.Paper.NumberPattern));
        Assert.Equal("bao-cao-2026-cq-test.so-noi-vu.docx", report.FileName);
        var word = WordText.Of(report.Paper);
        Assert.Contains("I. Nhiệm vụ", word.Lines);
        Assert.DoesNotContain(word.Lines, line => line.EndsWith("Tình hình", StringComparison.Ordinal));
        Assert.Equal("7", word.Tables.SelectMany(table => table).Single(row => row[0] == "Dòng")[1]);
    }

    [Fact]
    public async Task A_demonstration_is_marked_and_signed_by_nobody_real()
    {
        await using (var db = Engine.Open())
        {
            await db.Owners.ExecuteUpdateAsync(set => set.SetProperty(owner => owner.Demo, true), Ct);
        }

        var paper = (await BuildAsync(Officer)).Value.Paper;

        Assert.Equal(("Nguyễn Văn Mẫu", "SỐ LIỆU MINH HỌA"), (paper.Signature.SignerName, paper.Watermark));
    }

    [Fact]
    public async Task A_neighbours_report_does_not_exist_and_a_round_of_figures_has_none()
    {
        var neighbour = Officer with { PlaceId = Given.Place("Vĩnh Định", under: Province) };
        var plain = Given.Return(Given.Round("2026-b", FormPack), Commune);

        Assert.Equal(new ReturnNotFound(), (await BuildAsync(neighbour)).Refusal);
        Assert.Equal(new OutlineNotAsked(), (await BuildAsync(Officer, plain)).Refusal);
    }

    [Fact]
    public async Task Every_sender_of_the_product_s_outline_has_a_heading_for_every_section()
    {
        var outline = (await Shelf.OnAsync<OutlinesPack>(Stored(), new DateOnly(2026, 12, 31), HieuHoc.Platform.Packs.Jurisdiction.Country, Ct))
            .Single(pack => pack.Document.Id == "annual-report");
        var form = Given.FormPack("annual-commune");
        var id = Given.Return(Given.Round("2026-nam", form, outlinePackId: outline.PackId), Commune, answers: new Dictionary<string, long> { ["family.total"] = 5 });

        var lines = WordText.Of((await BuildAsync(Officer, id)).Value.Paper).Lines;

        Assert.Equal(
            ["I. Đặc điểm, tình hình", "II. Công tác lãnh đạo, chỉ đạo, tuyên truyền", "III. Kết quả thực hiện", "IV. Nguồn lực thực hiện"],
            lines.Where(line => System.Text.RegularExpressions.Regex.IsMatch(line, "^[IVX]+[.] ")).Take(4));
        Assert.Contains("4. Mô hình học tập, danh hiệu học tập và các kết quả khác", lines);
    }

    private Task<Outcome<PaperFile>> BuildAsync(Actor actor, ReturnId? id = null)
    {
        var db = Stored();

        return new BuildSenderReport(db, Shelf, new JudgeTargets(db, Shelf, new ReadIndicators(db, Shelf), new PlanShelf()), new ReadTaskReports(db, Shelf, new Texts()), Clock, new Texts()).RunAsync(id ?? Id, actor, Ct);
    }
}
