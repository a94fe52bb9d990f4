using HieuHoc.Bench.Excel;
using HieuHoc.Bench.Intake;
using HieuHoc.Bench.Pages;
using HieuHoc.Bench.Reports;
using HieuHoc.Bench.Rollups;

namespace HieuHoc.Bench;

/// <summary>A repeatable measurement that makes its own data.</summary>
public interface IBench
{
    /// <summary>What is typed: <c>hieuhoc bench NAME</c>.</summary>
    string Name { get; }

    /// <summary>Measures, and hands back the one object that is printed last.</summary>
    /// <param name="progress">Where it says what it does.</param>
    Task<object> RunAsync(TextWriter progress, CancellationToken ct);
}

/// <summary>All measurements.</summary>
public static class Benches
{
    public static IReadOnlyList<IBench> All { get; } = [.. Make(BenchSettings.FromEnvironment())];

    /// <summary>All measurements with settings of the caller's.</summary>
    public static IEnumerable<IBench> Make(BenchSettings settings) => [new RollupBench(settings), new ReportBench(settings), new PageBench(settings), new IntakeBench(settings), new ExcelBench(settings)];
}
