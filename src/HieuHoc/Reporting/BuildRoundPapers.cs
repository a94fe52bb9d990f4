using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting;

/// <summary>Writes the papers of a round: the letter that asks for reports, and the table of how far they have come.</summary>
public sealed class BuildRoundPapers(
    HieuHocDb db, PackShelf shelf, JudgeTargets judgeTargets, ReadRoundProgress readProgress, ProgrammeClock clock, Texts texts)
{
    /// <summary>Công văn yêu cầu báo cáo.</summary>
    public async Task<Outcome<PaperFile>> LetterAsync(RoundId id, Actor actor, CancellationToken ct)
    {
        var facts = await FactsAsync(id, actor, ct);

        return facts.Refusal is { } refusal ? refusal : new PaperFile(new RoundLetter(facts.Value, texts).Build(), $"cong-van-yeu-cau-{facts.Value.Round.Code}.docx");
    }

    /// <summary>Bảng theo dõi tiến độ.</summary>
    public async Task<Outcome<PaperFile>> ProgressAsync(RoundId id, Actor actor, CancellationToken ct)
    {
        var facts = await FactsAsync(id, actor, ct);

        return facts.Refusal is { } refusal ? refusal : new PaperFile(new RoundProgressPaper(facts.Value, texts).Build(), $"theo-doi-tien-do-{facts.Value.Round.Code}.docx");
    }

    /// <summary>How many are asked to report.</summary>
    public Task<int> RecipientsAsync(Round round, Actor actor, CancellationToken ct) =>
        db.ReturnsVisibleTo(actor).Owed().CountAsync(@return => @return.RoundId == round.Id, ct);

    private async Task<Outcome<RoundFacts>> FactsAsync(RoundId id, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.OpenRounds))
        {
            return new RoundPaperNotYours();
        }

        if (await db.RoundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(round => round.Id == id, ct) is not { } round)
        {
            return new RoundNotFound();
        }

        var period = await db.Periods.AsNoTracking().SingleAsync(period => period.Id == round.PeriodId, ct);

        if (await judgeTargets.ProgrammeAsync(actor, period.LastDay, ct) is not { } programme)
        {
            return new ProgrammeNotDescribed(period.LastDay.Year);
        }

        return new RoundFacts
        {
            Round = round,
            Period = period,
            Programme = programme,
            Forms = await FormsAsync(round, ct),
            Outline = (await db.OutlineAsync(shelf, round, ct))?.Sections.Select(section => section.Title.Vi).ToList() ?? [],
            Lines = await readProgress.RunAsync(round, actor, ct),
            Now = clock.Now,
            Demo = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.Demo).SingleAsync(ct),
        };
    }

    private async Task<IReadOnlyList<RoundFormFacts>> FormsAsync(Round round, CancellationToken ct)
    {
        var days = await db.RoundForms.AsNoTracking().Where(form => form.Owner == round.Owner && form.RoundId == round.Id)
            .ToDictionaryAsync(form => form.FormPackId, form => form.DueOn, ct);
        var owing = (await db.Returns.Owed().Where(@return => @return.Owner == round.Owner && @return.RoundId == round.Id)
                .Select(@return => new { @return.FormPackId, @return.SubjectId }).ToListAsync(ct))
            .ToLookup(@return => @return.FormPackId, @return => @return.SubjectId);

        return
        [
            .. (await db.FormsOfAsync(shelf, round, ct))
                .Select(form => new RoundFormFacts(form.Document, days[form.PackId], [.. owing[form.PackId]])),
        ];
    }
}
