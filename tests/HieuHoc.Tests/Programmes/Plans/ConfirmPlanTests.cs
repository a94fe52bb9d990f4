using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.PlanReading;
using HieuHoc.Programmes.Plans;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Plans;

public sealed class ConfirmPlanTests : PlansTest
{
    private static readonly PlanTarget Corrected = new("I.1", "công dân đạt danh hiệu công dân học tập", TargetKind.Percent, 75, TargetQualifier.Exact, 2030, null, null);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await TakeAsync();
    }

    [Fact]
    public async Task A_plan_is_confirmed_once_every_item_was_looked_at()
    {
        await DecideAsync("target-2", PlanVerdict.Dropped);
        Assert.Equal(9, Assert.IsType<PlanItemsOpen>((await ConfirmPlan.RunAsync(Id, "", Agency, Ct)).Refusal).Count);
        await AcceptRestAsync();

        var version = (await ConfirmPlan.RunAsync(Id, "", Agency, Ct)).Value;

        Assert.Equal((1, ""), (version.Number, version.Reason));
        Assert.Equal(1, (await ConfirmPlan.RunAsync(Id, "", Agency, Ct)).Value.Number);
        var content = PlanContent.Parse((await Stored().PlanVersions.SingleAsync(Ct)).Content);
        Assert.Equal((1, 2, 2), (content.Targets.Count, content.Tasks.Count, content.Assignments.Count));
        Assert.Equal(["Các sở, ban, ngành", "Lưu: VT"], content.Recipients);
        Assert.IsType<PlanIsConfirmed>(await DecideAsync("task-1", PlanVerdict.Dropped));
        Assert.IsType<PlanIsConfirmed>(await UndoAsync());
    }

    [Fact]
    public async Task A_confirmed_plan_is_opened_again_and_its_next_version_says_why()
    {
        Assert.IsType<PlanIsNotConfirmed>(await ConfirmPlan.ReopenAsync(Id, Agency, Ct));
        await AcceptRestAsync();
        await ConfirmPlan.RunAsync(Id, "", Agency, Ct);

        Assert.IsType<PlanNotFound>(await ConfirmPlan.ReopenAsync(Id, Officer, Ct));
        Assert.Null(await ConfirmPlan.ReopenAsync(Id, Agency, Ct));
        Assert.Null(await ConfirmPlan.ReopenAsync(Id, Agency, Ct));
        Assert.Null(await DecideAsync("target-1", PlanVerdict.Corrected, Corrected));
        Assert.IsType<PlanReasonMissing>((await ConfirmPlan.RunAsync(Id, " ", Agency, Ct)).Refusal);
        var version = (await ConfirmPlan.RunAsync(Id, " Đọc lại bản ký ", Agency, Ct)).Value;

        Assert.Equal((2, "Đọc lại bản ký"), (version.Number, version.Reason));
        Assert.Equal([70m, 75m], (await Stored().PlanVersions.OrderBy(row => row.Number).Select(row => row.Content).ToListAsync(Ct)).Select(row => PlanContent.Parse(row).Targets[0].Value));
    }

    [Theory]
    [InlineData("UBND tỉnh Quảng Trị", DocumentLevel.Province)]
    [InlineData("Sở Nội vụ tỉnh Quảng Trị", DocumentLevel.Province)]
    [InlineData("UBND tỉnh Quảng Bình", DocumentLevel.Province)]
    [InlineData("UBND huyện Gio Linh", DocumentLevel.District)]
    [InlineData("UBND xã Hải Lăng", DocumentLevel.Commune)]
    [InlineData("UBND xã Hải Quế", DocumentLevel.Commune)]
    [InlineData("Hội Khuyến học", DocumentLevel.Province)]
    [InlineData("UBND tỉnh Lạng Sơn", null)]
    [InlineData("Sở Giáo dục và Đào tạo tỉnh Lạng Sơn", null)]
    [InlineData("UBND xã Chi Lăng", null)]
    [InlineData("UBND xã Không Có", null)]
    [InlineData("UBND xã Tân Lập", null)]
    public async Task A_plan_is_one_of_the_province_or_of_a_place_in_it_and_that_of_another_province_is_not_confirmed(string issuer, DocumentLevel? level)
    {
        await GivenPlacesAsync();
        await IssuedByAsync(issuer);
        await AcceptRestAsync();

        var refusal = (await ConfirmPlan.RunAsync(Id, "", Agency, Ct)).Refusal;

        Assert.Equal(level is null ? new PlanIssuedElsewhere(issuer) : null, refusal);
        Assert.Equal(level, (await Stored().OfficialDocuments.SingleOrDefaultAsync(document => document.Number == "12/KH-UBND", Ct))?.Level);
    }

    [Fact]
    public async Task A_confirmed_plan_is_in_the_register_with_what_it_rests_on()
    {
        await AcceptRestAsync();
        await ConfirmPlan.RunAsync(Id, "", Agency, Ct);

        var id = (await Stored().Plans.SingleAsync(Ct)).DocumentId!.Value;
        var document = await Stored().OfficialDocuments.SingleAsync(row => row.Id == id, Ct);
        Assert.Equal(
            (DocumentType.Plan, DocumentLevel.Province, DocumentState.Issued, "12/KH-UBND", new DateOnly(2026, 3, 5), 2026, 2030),
            (document.Type, document.Level, document.State, document.Number, document.IssuedOn!.Value, document.PeriodFrom, document.PeriodTo));
        var cited = await Stored().DocumentRelations.SingleAsync(Ct);
        Assert.Equal((id, DocumentRelationKind.Cites), (cited.FromId, cited.Kind));
        var basis = await Stored().OfficialDocuments.SingleAsync(row => row.Id == cited.ToId, Ct);
        Assert.Equal(("1373/QĐ-TTg", new DateOnly(2021, 7, 30)), (basis.Number, basis.IssuedOn!.Value));
    }

    [Theory]
    [InlineData("UBND tỉnh Quảng Trị", DocumentLevel.Province)]
    [InlineData("UBND tỉnh", DocumentLevel.Province)]
    [InlineData("UBND xã Hải Lăng", DocumentLevel.Commune)]
    [InlineData("Thủ tướng Chính phủ", DocumentLevel.Central)]
    [InlineData(null, DocumentLevel.Central)]
    public async Task What_a_plan_rests_on_is_registered_with_who_issued_it(string? issuer, DocumentLevel level)
    {
        await DecideAsync("basis-1", PlanVerdict.Corrected, new PlanBasis("112/KH-UBND", new DateOnly(2025, 8, 1)) { Issuer = issuer });
        await AcceptRestAsync();
        var version = (await ConfirmPlan.RunAsync(Id, "", Agency, Ct)).Value;

        var basis = await Stored().OfficialDocuments.SingleAsync(document => document.Number == "112/KH-UBND", Ct);
        Assert.Equal((issuer ?? "", level), (basis.Issuer, basis.Level));
        // The plan itself says it by number and day.
        Assert.Equal(new PlanBasis("112/KH-UBND", new DateOnly(2025, 8, 1)), Assert.Single(PlanContent.Parse(version.Content).LegalBases));
    }

    [Fact]
    public async Task A_plan_that_is_in_the_register_already_is_recognised_and_changed_with_its_next_version()
    {
        var known = await new RegisterDocument(Db, Clock).RunAsync(
            new DocumentId(Guid.CreateVersion7()),
            new StatedDocument { Type = DocumentType.Plan, Level = DocumentLevel.Province, Number = "12/KH-UBND", IssuedOn = new DateOnly(2026, 3, 5), Title = "Kế hoạch" },
            Agency,
            Ct);
        await AcceptRestAsync();
        await ConfirmPlan.RunAsync(Id, "", Agency, Ct);
        Assert.Equal((known.Value.Id, 2), ((await Stored().Plans.SingleAsync(Ct)).DocumentId, await Stored().OfficialDocuments.CountAsync(Ct)));

        await ConfirmPlan.ReopenAsync(Id, Agency, Ct);
        var head = (PlanHead)(await DraftAsync()).Find("head-1")!.Now;
        await DecideAsync("head-1", PlanVerdict.Corrected, head with { Title = "Xây dựng xã hội học tập tỉnh Minh Họa" });
        await ConfirmPlan.RunAsync(Id, "Sửa trích yếu", Agency, Ct);

        Assert.Equal(["Xây dựng xã hội học tập tỉnh Minh Họa"], await Stored().OfficialDocuments.Where(row => row.Id == known.Value.Id).Select(row => row.Title).ToListAsync(Ct));
        Assert.Equal(2, await Stored().OfficialDocuments.CountAsync(Ct));
    }

    [Fact]
    public async Task What_the_register_cannot_take_keeps_the_plan_open_and_leaves_nothing()
    {
        await DecideAsync("basis-1", PlanVerdict.Corrected, new PlanBasis("1373/QĐ-TTg", new DateOnly(2099, 1, 1)));
        await AcceptRestAsync();

        Assert.IsType<DocumentDayInFuture>((await ConfirmPlan.RunAsync(Id, "", Agency, Ct)).Refusal);
        Assert.Equal((PlanState.Confirming, 0, 0), ((await Stored().Plans.SingleAsync(Ct)).State, await Stored().OfficialDocuments.CountAsync(Ct), await Stored().PlanVersions.CountAsync(Ct)));
    }

    /// <summary>A predecessor and a district of the province, an old commune of it, two of one name, and another province.</summary>
    private async Task GivenPlacesAsync()
    {
        var (predecessor, other) = (Given.Place("Quảng Bình"), Given.Place("Lạng Sơn"));
        Given.Place("Chi Lăng", under: other, level: PlaceLevel.Commune);
        Given.Place("Hải Quế", under: Province, level: PlaceLevel.Commune, from: new DateOnly(2004, 1, 1));
        Given.Place("Gio Linh", under: Province, level: PlaceLevel.District, from: new DateOnly(2004, 1, 1));
        Given.Place("Tân Lập", under: Province, level: PlaceLevel.Commune);
        Given.Place("Tân Lập", under: Province, level: PlaceLevel.Commune);
        Db.Add(new PlaceReach { PlaceId = predecessor, AncestorId = Province });
        await Db.SaveChangesAsync(Ct);
    }
}
