namespace HieuHoc.PlanReading.Tests.Stages;

/// <summary>What stands behind the signature.</summary>
public sealed class AnnexesTests
{
    private const string Signed = "KẾ HOẠCH\nNăm 2026\n\nI. NỘI DUNG\n\n1. Mở lớp.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn An\n\n";

    [Fact]
    public void Each_annex_is_read_under_its_own_name()
    {
        var plan = PlanReader.Read(Signed + "PHỤ LỤC I\nCHỈ TIÊU NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-UBND)\n\n1. 60% gia đình đạt danh hiệu “Gia đình học tập”.\n\nPhụ lục số 02: NHIỆM VỤ TRỌNG TÂM\n\n1. Mua sách.\n\n2. Mở thư viện, theo Phụ lục I.");

        Assert.Equal(("Phụ lục I.1", 60m), (plan.Targets.Single().Clause, plan.Targets.Single().Value!.Value));
        Assert.Equal([("I.1", "Mở lớp."), ("Phụ lục 02.1", "Mua sách."), ("Phụ lục 02.2", "Mở thư viện, theo Phụ lục I.")], plan.Tasks.Select(task => (task.Clause, task.Text)));
        Assert.Equal(["I", "Phụ lục I", "Phụ lục 02"], plan.Outline.Select(item => item.Clause));
        Assert.DoesNotContain(plan.Doubts, doubt => doubt.Kind is DoubtKind.AnnexNotRead);
        Assert.Empty(plan.LegalBases);
    }

    [Theory]
    [InlineData("PHỤ LỤC\nMẪU BÁO CÁO KẾT QUẢ\n\nI. MỤC TIÊU\n\n- Đạt …% công dân học tập.", "Phụ lục: MẪU BÁO CÁO KẾT QUẢ")]
    [InlineData("ĐỀ CƯƠNG BÁO CÁO\n\nI. NHIỆM VỤ\n\n1. Nêu việc đã làm.", "Đề cương: BÁO CÁO")]
    [InlineData("Phụ lục 1: DANH SÁCH\n\n1. Lê Văn An.", "Phụ lục 1: DANH SÁCH")]
    [InlineData("Phụ lục kèm theo.", "Phụ lục: kèm theo.")]
    public void A_form_and_an_annex_in_which_nothing_is_found_are_told(string annex, string told)
    {
        var plan = PlanReader.Read(Signed + annex);

        Assert.Equal(["Mở lớp."], plan.Tasks.Select(task => task.Text));
        Assert.Empty(plan.Targets);
        Assert.Equal(told, plan.Doubts.Single(doubt => doubt.Kind is DoubtKind.AnnexNotRead).Text);
    }

    [Theory]
    [InlineData("STT\nChỉ tiêu\n2026\n1\nGia đình học tập\n70", true)]
    [InlineData("TT Nội dung công việc Chủ trì\n1 Mở lớp Sở", true)]
    [InlineData("TT. Khe Sanh mở lớp.", false)]
    public void A_text_that_keeps_no_columns_says_where_a_table_begins(string lines, bool isTable) =>
        Assert.Equal(isTable, PlanReader.Read($"KẾ HOẠCH\nNăm 2026\n\nI. NỘI DUNG\n\n1. Mở lớp.\n\n{lines}").Doubts.Any(doubt => doubt.Kind is DoubtKind.TableNotRead));
}
