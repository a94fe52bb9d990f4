using System.Text;
using HieuHoc.PlanReading;
using HieuHoc.Programmes;

namespace HieuHoc.Tests.Programmes;

public sealed class ReadPlanFileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_read()
    {
        var outcome = await RunAsync("KẾ HOẠCH\nXây dựng xã hội học tập năm 2026\n\nI. CHỈ TIÊU\n\n- 70% gia đình học tập.");

        Assert.Equal("Xây dựng xã hội học tập năm 2026", outcome.Value.Header.Title);
        Assert.Equal(70, Assert.Single(outcome.Value.Targets).Value);
    }

    [Fact]
    public async Task What_is_no_plan_is_refused_with_its_fault() => Assert.Equal(new PlanUnreadable(PlanFault.Empty), (await RunAsync("…")).Refusal);

    private static async Task<HieuHoc.Platform.Outcome<PlanDocument>> RunAsync(string text) => await new ReadPlanFile().RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Ct);
}
