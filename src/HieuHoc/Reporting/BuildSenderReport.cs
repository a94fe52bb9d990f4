using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Returns.Reasons;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting;

/// <summary>
/// Builds the official report that a commune or an agency signs beside its figures, from its return alone. Number, day, seal and
/// signature are the document system's.
/// </summary>
public sealed class BuildSenderReport(HieuHocDb db, PackShelf shelf, JudgeTargets judgeTargets, ReadTaskReports readTasks, ProgrammeClock clock, Texts texts)
{
    /// <summary>Builds the report of the version that the actor may see.</summary>
    public async Task<Outcome<PaperFile>> RunAsync(ReturnId id, Actor actor, CancellationToken ct)
    {
        if (await db.ReturnsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
        {
            return new ReturnNotFound();
        }

        if (await db.OutlineAsync(shelf, @return, ct) is not { } outline)
        {
            return new OutlineNotAsked();
        }

        var form = await db.FormAsync(shelf, @return.FormPackId, ct);

        if (@return.VersionFor(actor, form.Way) is var version && version == 0)
        {
            return new SenderReportNotSent();
        }

        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Owner == @return.Owner && round.Id == @return.RoundId, ct);
        var lastDay = await db.Periods.Where(period => period.Id == round.PeriodId).Select(period => period.LastDay).SingleAsync(ct);
        var sender = await SenderAsync(@return.SubjectId, round.CutOffOn, ct);
        var look = sender.Fill(outline.Papers.First(paper => paper.Fits(form.Level, sender.Agency?.Code, sender.Agency?.Kind)), lastDay.Year);
        // Of the programme that the round is of, whoever builds the paper.
        var programme = await judgeTargets.ProgrammeAsync(actor with { Programme = round.Programme }, lastDay, ct);
        var addressees = TypedText.Lines(round.Addressee) is { Count: > 0 } named ? named : programme is null ? [] : [programme.StandingAgency.Vi];
        var facts = await FactsAsync(@return, version, outline, look, addressees, ct);

        return new PaperFile(new SenderReportPaper(facts, texts).Build(), $"bao-cao-{round.Code}-{sender.Code}.docx");
    }

    private async Task<SenderFacts> FactsAsync(
        Return @return, int version, OutlinesPack outline, SenderPaper look, IReadOnlyList<string> addressees, CancellationToken ct)
    {
        var stored = await db.ReturnVersions.AsNoTracking()
            .SingleAsync(row => row.Owner == @return.Owner && row.ReturnId == @return.Id && row.Number == version, ct);
        // As it was asked: what was estimated is printed also when the year is over.
        var (form, answers) = (await db.FormAsync(shelf, stored.FormPackId, ct), Answers.FromJson(stored.Answers));
        var (_, elements, period) = await db.FormOfAsync(shelf, @return, stored.FormPackId, clock.Now.Day, ct);

        return new SenderFacts
        {
            Outline = outline,
            Look = look,
            Written = await db.NarrativeAsync(@return, version, ct),
            Tasks = outline.TasksFor(form.Level) is null ? [] : await readTasks.OfReturnAsync(@return, version, ct),
            Form = form,
            Answers = answers,
            Notes = FigureNote.Of(@return.SubjectId, form, await db.ReasonsAsync(@return, version, form, answers, ct)),
            Elements = elements,
            Before = await db.PastFiguresAsync(
                shelf, @return.Owner, @return.SubjectId, PeriodCode.Year(period.LastDay.Year - 1), form.Estimated, period.LastDay, ct),
            Addressees = addressees,
            Now = clock.Now,
            Demo = await db.Owners.Where(owner => owner.Id == @return.Owner).Select(owner => owner.Demo).SingleAsync(ct),
        };
    }

    private async Task<Sender> SenderAsync(int subjectId, DateOnly day, CancellationToken ct)
    {
        var place = await db.PlaceOnDayAsync(subjectId, day, ct);
        var agency = place is null ? await db.AgencyOnDayAsync(subjectId, day, ct) : null;
        var above = (place?.ParentId ?? agency?.PlaceId) is { } id ? await db.PlaceOnDayAsync(id, day, ct) : null;

        return new Sender(place, agency, above);
    }

    /// <summary>Who reports, as its paper names it.</summary>
    private sealed record Sender(PlaceOnDay? Place, AgencyOnDay? Agency, PlaceOnDay? Above)
    {
        public string Code => Place?.Code ?? Agency?.Code ?? "";

        /// <summary>The paper with the sender's names in it; issuers stand in capitals.</summary>
        public SenderPaper Fill(SenderPaper paper, int year) => paper with
        {
            ParentIssuer = Above is null || paper.ParentIssuer is null ? null : Fill(paper.ParentIssuer, year).ToUpperInvariant(),
            Issuer = Fill(paper.Issuer, year).ToUpperInvariant(),
            SignedAt = Fill(paper.SignedAt, year),
            Abstract = Fill(paper.Abstract, year),
        };

        private string Fill(string text, int year) => text
            .Replace("{subject}", Place?.FullName ?? Agency?.Name, StringComparison.Ordinal)
            .Replace("{name}", Place?.Name ?? Agency?.Name, StringComparison.Ordinal)
            .Replace("{above}", Above?.FullName, StringComparison.Ordinal)
            .Replace("{above-name}", Above?.Name, StringComparison.Ordinal)
            .Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Trim();
    }
}
