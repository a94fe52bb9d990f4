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

/// <summary>Writes the papers of a round: the letter that asks for reports, the one that reminds of them, and the table of how far they have come.</summary>
public sealed class BuildRoundPapers(
    HieuHocDb db, PackShelf shelf, JudgeTargets judgeTargets, ReadRoundProgress readProgress, ReadRoundCommunes readCommunes, ProgrammeClock clock, Texts texts)
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

    /// <summary>Công văn đôn đốc.</summary>
    public async Task<Outcome<PaperFile>> ReminderAsync(RoundId id, Actor actor, CancellationToken ct)
    {
        var facts = await FactsAsync(id, actor, ct);

        if (facts.Refusal is { } refusal)
        {
            return refusal;
        }

        var communes = await readCommunes.RunAsync(facts.Value.Round, actor, ct);

        return new PaperFile(new ReminderLetter(facts.Value, communes, texts).Build(), $"cong-van-don-doc-{facts.Value.Round.Code}.docx");
    }

    /// <summary>Danh sách thôn, bản, tổ dân phố chưa gửi báo cáo: of the part that the actor answers for.</summary>
    public async Task<Outcome<PaperFile>> VillagesAsync(RoundId id, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.OpenRounds) && !actor.May(Capability.CheckVillageReturns))
        {
            return new RoundPaperNotYours();
        }

        if (await db.RoundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(round => round.Id == id, ct) is not { } round)
        {
            return new RoundNotFound();
        }

        var today = clock.Now.Day;
        var owing = (await readCommunes.RunAsync(round, actor, ct))
            .Select(commune => commune with { Returns = [.. commune.Villages.Where(line => OwingStates.Unsent.Contains(line.OwingOn(today)))] })
            .Where(commune => commune.Returns.Count > 0).ToList();

        if (owing.Count == 0)
        {
            return new NoVillageOwes();
        }

        var subjects = owing.SelectMany(commune => commune.Returns).Select(line => line.SubjectId).ToList();
        var contacts = await db.ContactsOfAsync(
            round.Owner, db.Places.Where(place => EF.Parameter(subjects).Contains(place.Id)).Select(place => place.Id), today, ct);
        var demo = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.Demo).SingleAsync(ct);

        return new PaperFile(
            new OwingVillagesPaper(round, owing, contacts, await IssuerAsync(round, actor, ct), clock.Now, demo, texts).Build(), $"thon-chua-gui-{round.Code}.docx");
    }

    /// <summary>Who draws a list up: the agency of the programme, or the people's committee of the commune.</summary>
    private async Task<(string? Parent, string Issuer, string SignedAt)> IssuerAsync(Round round, Actor actor, CancellationToken ct)
    {
        var lastDay = await db.Periods.Where(period => period.Id == round.PeriodId).Select(period => period.LastDay).SingleAsync(ct);

        if (actor.May(Capability.OpenRounds) && await judgeTargets.ProgrammeAsync(actor, lastDay, ct) is { Report: var report })
        {
            return (report.ParentIssuer, report.Issuer, report.SignedAt);
        }

        var place = (await db.PlaceOnDayAsync(actor.PlaceId, clock.Now.Day, ct))!;

        return (null, texts.In("vi", "villageList.issuer", ("place", place.FullName)), place.Name);
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
