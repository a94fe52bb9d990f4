using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>Bảng theo dõi tiến độ: who has sent when, who is late by how many days, who was given more time and why.</summary>
[For(Capability.OpenRounds)]
public sealed class ProgressModel(HieuHocDb db, Actor actor, ReadRoundProgress readProgress, BuildRoundPapers buildPapers, ProgrammeClock clock) : RoundPage(db, actor)
{
    private const int PageSize = 100;

    /// <summary>Which lines: <c>all</c>, a state, or nothing for what is open.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; set; }

    public OwingFilter Filter { get; private set; } = new("/rounds", null, []);

    /// <summary>Which page of the table, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/rounds");

    public IReadOnlyList<ProgressLine> Lines { get; private set; } = [];

    /// <summary>Each extension that holds, and for how many.</summary>
    public IReadOnlyList<(RoundExtension Extension, int Count)> Extensions { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetPaperAsync(CancellationToken ct) => this.Paper(await buildPapers.ProgressAsync(Round.Id, Actor, ct));

    protected override async Task ReadAsync(CancellationToken ct)
    {
        var all = await readProgress.RunAsync(Round, Actor, ct);
        Extensions = [.. all.Where(line => line.Extension is not null).GroupBy(line => line.Extension!.Id).Select(same => (same.First().Extension!, same.Count()))];
        Filter = new OwingFilter($"/rounds/{Id}/progress", Show, all.Select(State));
        var shown = all.Where(line => Filter.Shows(State(line))).ToList();
        Pages = Paging.Of(Number, shown.Count, PageSize, Filter.Here);
        Lines = [.. shown.Skip(Pages.Skip).Take(PageSize)];
    }

    private OwingState State(ProgressLine line) => OwingStates.Of(line.State, line.DueOn, clock.Now.Day);
}
