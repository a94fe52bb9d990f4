using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>The papers behind the answers of a return.</summary>
public static class ReturnPapers
{
    extension(HieuHocDb db)
    {
        /// <summary>What lies with a return now; what was taken away counts no longer.</summary>
        public IQueryable<Attachment> AttachmentsOf(Return @return)
        {
            var record = ReturnAttachments.RecordOf(@return.Id);

            return db.Attachments.Where(row =>
                row.Owner == @return.Owner && row.Kind == ReturnAttachments.Kind && row.Record == record && row.EndedAt == null);
        }

        /// <summary>The returns whose signed papers the actor takes down: those of their own agency, or of their own place and of none under it.</summary>
        public IQueryable<Return> PapersKeptBy(Actor actor)
        {
            var agency = actor.OwnAgency is not null;

            return db.ReturnsVisibleTo(actor).Where(@return => actor.May(Capability.RecordPapers) && (agency || @return.SubjectId == actor.PlaceId));
        }

        /// <summary>The returns whose current version its leader has approved, and whose signed paper the actor has not taken down yet.</summary>
        public IQueryable<Return> PapersAwaitedFrom(Actor actor)
        {
            IReadOnlyList<ReturnState> signed = [ReturnState.Approved, .. ReturnSteps.Held];
            var recorded = db.ReturnPapers.Where(paper => paper.Number != null);

            return db.PapersKeptBy(actor).Owed().Where(@return => signed.Contains(@return.State)
                && !recorded.Any(paper => paper.Owner == @return.Owner && paper.ReturnId == @return.Id && paper.Version == @return.CurrentVersion));
        }

        /// <summary>
        /// The papers of the versions that the standing agency has, by return: whether their signed file and their copy on paper are there
        /// too. A copy may arrive before anything is sent.
        /// </summary>
        public IQueryable<ReturnPaper> PapersOf(IQueryable<Return> returns)
        {
            var held = ReturnSteps.Held;

            return
                from @return in returns
                join paper in db.ReturnPapers on new { @return.Owner, @return.Id } equals new { paper.Owner, Id = paper.ReturnId }
                where paper.Version == (held.Contains(@return.State) || @return.CurrentVersion == 1 ? @return.CurrentVersion : @return.CurrentVersion - 1)
                select paper;
        }

        /// <summary>The three ticks of each of these returns, by its id.</summary>
        public async Task<IReadOnlyDictionary<ReturnId, PaperTicks>> TicksAsync(IQueryable<Return> returns, CancellationToken ct)
        {
            var papers = await db.PapersOf(returns).AsNoTracking().ToDictionaryAsync(paper => paper.ReturnId, ct);
            var states = await returns.Select(@return => new { @return.Id, @return.State }).ToListAsync(ct);

            return states.ToDictionary(row => row.Id, row => PaperTicks.Of(row.State, papers.GetValueOrDefault(row.Id)));
        }

        /// <summary>The three ticks of each return of a round that the actor sees and with which a signed paper goes, by its id.</summary>
        public async Task<IReadOnlyDictionary<ReturnId, PaperTicks>> TicksAsync(PackShelf shelf, Round round, Actor actor, CancellationToken ct)
        {
            var forms = (await db.FormsOfAsync(shelf, round, ct)).Where(form => form.Document.OwesPaper).Select(form => form.PackId).ToList();

            return await db.TicksAsync(db.ReturnsVisibleTo(actor).Owed().Where(@return => @return.RoundId == round.Id && forms.Contains(@return.FormPackId)), ct);
        }

        /// <summary>What is known of the paper of a version; a row of its own from now on.</summary>
        internal async Task<ReturnPaper> PaperOrNewAsync(Return @return, int version, CancellationToken ct)
        {
            // Clerk and standing agency may both begin it: the second finds what the first began.
            await db.Engine.LockAsync(db, "papers", ct);

            if (await db.ReturnPapers.SingleOrDefaultAsync(
                paper => paper.Owner == @return.Owner && paper.ReturnId == @return.Id && paper.Version == version, ct) is { } known)
            {
                return known;
            }

            var paper = new ReturnPaper { Owner = @return.Owner, ReturnId = @return.Id, Version = version };
            db.Add(paper);

            return paper;
        }

        /// <summary>The first day of the period that a return reports.</summary>
        internal Task<DateOnly> FirstDayAsync(Return @return, CancellationToken ct) => db.Rounds
            .Where(round => round.Owner == @return.Owner && round.Id == @return.RoundId)
            .Join(db.Periods, round => round.PeriodId, period => period.Id, (_, period) => period.FirstDay)
            .SingleAsync(ct);
    }
}

/// <summary>What the standing agency has of a sender's report: its figures, its signed file, its copy on paper.</summary>
public sealed record PaperTicks(bool Figures, bool SignedFile, bool Copy)
{
    /// <summary>True while nothing of it has arrived.</summary>
    public bool IsEmpty => this is { Figures: false, SignedFile: false, Copy: false };

    /// <summary>The ticks of a return in a state, with what is known of its paper.</summary>
    public static PaperTicks Of(ReturnState state, ReturnPaper? paper) => new(
        ReturnSteps.Arrived.Contains(state),
        // What was signed reaches the standing agency when it is sent.
        ReturnSteps.Arrived.Contains(state) && paper is { IsRecorded: true },
        paper?.CopyReceivedOn is not null);
}
