using System.Text;
using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Tests.Returns;

namespace HieuHoc.Tests.Programmes.Plans;

/// <summary>A small plan that the standing agency reads in and confirms.</summary>
public abstract class PlansTest : ReturnsTest
{
    protected const string Text =
        """
        UBND TỈNH MINH HỌA
        Số: 12/KH-UBND
        Minh Họa, ngày 05 tháng 3 năm 2026

        KẾ HOẠCH
        Xây dựng xã hội học tập giai đoạn 2026-2030

        Thực hiện Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ;

        I. MỤC TIÊU
        1. Đến năm 2030
        - Phấn đấu 70% công dân đạt danh hiệu công dân học tập.
        - 60% gia đình được công nhận gia đình học tập.

        II. NHIỆM VỤ, GIẢI PHÁP
        1. Tổ chức tuyên truyền về học tập suốt đời trên các phương tiện thông tin đại chúng.
        2. Đẩy mạnh các hoạt động khuyến học, khuyến tài ở cơ sở.

        III. TỔ CHỨC THỰC HIỆN
        1. Sở Giáo dục và Đào tạo
        Chủ trì, phối hợp với các sở, ngành triển khai Kế hoạch.
        2. Sở Tài chính
        Tham mưu bố trí kinh phí hằng năm.

        Nơi nhận:
        - Các sở, ban, ngành;
        - Lưu: VT.
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("hieuhoc-plans-").FullName;

    protected PlanId Id { get; } = new(Guid.CreateVersion7());

    protected DecidePlanItems DecidePlanItems => new(Db, Clock, Links);

    protected PlanLinks Links => new(Db, Shelf, Clock);

    protected UndoPlanDecision UndoPlanDecision => new(Db, Clock);

    protected ConfirmPlan ConfirmPlan => new(Db, Clock, new RegisterPlan(Db, Clock, Register, new ChangeDocument(Db, Clock), new CiteDocument(Db, Register, new RelateDocuments(Db, Clock))));

    private RegisterDocument Register => new(Db, Clock);

    private TakePlan TakePlan => new(Db, new ReadPlanFile(), new AttachFile(Db, Files, new AttachmentKinds([new PlanFiles()]), Clock), Clock);

    private AttachmentFiles Files => field ??= new AttachmentFiles(folder, Clock);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected Task<Outcome<Plan>> TakeAsync(string text = Text, PlanId? id = null, Actor? by = null, string name = "") =>
        TakeAsync(Encoding.UTF8.GetBytes(text), id, by, name);

    protected async Task<Outcome<Plan>> TakeAsync(byte[] file, PlanId? id = null, Actor? by = null, string name = "")
    {
        await using var content = new MemoryStream(file);

        return await TakePlan.RunAsync(new ArrivingPlan(id ?? Id, name, content), by ?? Agency, Ct);
    }

    /// <summary>The plan as it stands, read anew.</summary>
    protected async Task<PlanDraft> DraftAsync() => (await Stored().StandingPlanAsync(Id, Agency, Ct))!.Draft;

    protected async Task<Refusal?> DecideAsync(string key, PlanVerdict verdict, PlanItem? item = null, int? seen = null, Guid? act = null, Actor? by = null) =>
        (await DecidePlanItems.RunAsync(
            Id, act ?? Guid.CreateVersion7(), [new DecidedItem(key, seen ?? (await DraftAsync()).Find(key)?.Decided ?? 0, verdict, item)], by ?? Agency, Ct)).Refusal;

    protected async Task<Refusal?> UndoAsync(Guid? act = null, Actor? by = null) => (await UndoPlanDecision.RunAsync(Id, act ?? Guid.CreateVersion7(), by ?? Agency, Ct)).Refusal;

    /// <summary>Corrects who issued the plan.</summary>
    protected async Task IssuedByAsync(string issuer) =>
        Assert.Null(await DecideAsync("head-1", PlanVerdict.Corrected, ((PlanHead)(await DraftAsync()).Find("head-1")!.Now) with { Issuer = issuer }));

    /// <summary>Accepts whatever nobody has looked at.</summary>
    protected async Task AcceptRestAsync()
    {
        var open = (await DraftAsync()).Items.Where(item => item.State is PlanItemState.Open).Select(item => new DecidedItem(item.Key, item.Decided, PlanVerdict.Accepted));
        Assert.Null((await DecidePlanItems.RunAsync(Id, Guid.CreateVersion7(), [.. open], Agency, Ct)).Refusal);
    }
}
