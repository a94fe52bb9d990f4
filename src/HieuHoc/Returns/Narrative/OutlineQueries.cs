using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Narrative;

/// <summary>What the sections of a sender's report say in one version of its return.</summary>
/// <param name="Texts">Section → text; a section that was never written is not there.</param>
/// <param name="Items">Difficulties and proposals, each kind in the order written.</param>
public sealed record WrittenReport(IReadOnlyDictionary<string, ReturnText> Texts, IReadOnlyList<Difficulty> Items)
{
    /// <summary>The text of a section; null where nothing was written, empty where it was taken away.</summary>
    public string? Of(OutlineSection section) => Texts.GetValueOrDefault(section.Code)?.Text;

    /// <summary>The items of a section, in the order written; none of a section that lists nothing.</summary>
    public IReadOnlyList<Difficulty> ItemsOf(OutlineSection section) => section.Content switch
    {
        OutlineContent.Difficulties => [.. Items.Where(item => item.Kind is DifficultyKind.Difficulty)],
        OutlineContent.Proposals => [.. Items.Where(item => item.Kind is DifficultyKind.Proposal)],
        OutlineContent.Text or OutlineContent.Figures or OutlineContent.Tasks => [],
    };

    /// <summary>True when something stands in a section.</summary>
    public bool IsWritten(OutlineSection section) => !string.IsNullOrEmpty(Of(section)) || ItemsOf(section).Count > 0;
}

/// <summary>The outline of a round, and what was written by it.</summary>
public static class OutlineQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The outline by which the senders of a round write, as its pack version says it; null where figures alone are asked.</summary>
        public async Task<OutlinesPack?> OutlineAsync(PackShelf shelf, Round round, CancellationToken ct) =>
            round.OutlinePackId is { } pack ? await shelf.OfAsync<OutlinesPack>(db, pack, ct) : null;

        /// <summary>The outline by which the sender of a return writes; null where its round has none, or none for its level.</summary>
        public async Task<OutlinesPack?> OutlineAsync(PackShelf shelf, Return @return, CancellationToken ct)
        {
            var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Owner == @return.Owner && round.Id == @return.RoundId, ct);
            var level = (await db.FormAsync(shelf, @return.FormPackId, ct)).Level;

            return await db.OutlineAsync(shelf, round, ct) is { } outline && outline.Levels.Contains(level) ? outline : null;
        }

        /// <summary>
        /// The difficulties and proposals of the returns that the actor sees, as the version says that was sent last; what is still being
        /// written is the sender's. And those that places and agencies of the actor's part raised outside a return.
        /// </summary>
        public IQueryable<Difficulty> DifficultiesVisibleTo(Actor actor)
        {
            var (held, sees, own) = (ReturnSteps.Held, actor.May(Capability.SeeTasks), db.SubjectsOf(actor));
            var sent = db.ReturnsVisibleTo(actor).Owed()
                .Select(@return => new { @return.Owner, @return.Id, Version = held.Contains(@return.State) ? @return.CurrentVersion : @return.CurrentVersion - 1 });

            return db.Difficulties.Where(item => (sees && item.Owner == actor.Owner && item.SubjectId != null && own.Contains(item.SubjectId.Value))
                || sent.Any(@return => @return.Owner == item.Owner && @return.Id == item.ReturnId
                    && item.SinceVersion <= @return.Version && (item.EndedIn == null || item.EndedIn > @return.Version)));
        }

        /// <summary>What a version of a return says.</summary>
        public async Task<WrittenReport> NarrativeAsync(Return @return, int version, CancellationToken ct)
        {
            var texts = await db.ReturnTexts.AsNoTracking()
                .Where(text => text.Owner == @return.Owner && text.ReturnId == @return.Id && text.Version <= version)
                .ToListAsync(ct);
            var items = await db.Difficulties.AsNoTracking()
                .Where(item => item.Owner == @return.Owner && item.ReturnId == @return.Id
                    && item.SinceVersion <= version && (item.EndedIn == null || item.EndedIn > version))
                .OrderBy(item => item.Number).ThenBy(item => item.Id)
                .ToListAsync(ct);

            return new WrittenReport(texts.GroupBy(text => text.Section).ToDictionary(section => section.Key, section => section.MaxBy(text => text.Version)!), items);
        }
    }
}
