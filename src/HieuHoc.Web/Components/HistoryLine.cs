using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Components;

/// <summary>One line of the history of a record, as <c>_History</c> shows it.</summary>
/// <param name="What">In the reader's words.</param>
/// <param name="Who">The name of the post; null when the installation itself acted.</param>
/// <param name="Note">What else the reader needs to place it; null when nothing.</param>
/// <param name="Why">The reason that was given; empty when none was asked.</param>
public sealed record HistoryLine(string What, DateTime At, string? Who, string? Note = null, string Why = "");

/// <summary>The lines of a history, the youngest first, under the heading of a key.</summary>
public sealed record HistoryView(IReadOnlyList<HistoryLine> Lines, string Key = "history");

/// <summary>A recorded change before it is said in words.</summary>
/// <param name="Detail">The change with its ids and field names, as JSON.</param>
public sealed record ToldChange(Guid Id, string Change, string Record, DateTime At, Guid? PersonId, string Detail);

/// <summary>What a change says beside its kind: a note that places it, and the reason that was given.</summary>
public sealed record ChangeWords(string? Note = null, string Why = "");

public static class HistoryQueries
{
    /// <summary>Lines of one record that a page shows at most; the youngest.</summary>
    public const int Most = 100;

    extension(HieuHocDb db)
    {
        /// <summary>
        /// What the audit says of a record, the youngest first. Whether the reader may see the record is for the page to say.
        /// </summary>
        /// <param name="changes">The kinds of changes that this page tells: records of other kinds may have the same id.</param>
        public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(
            Texts texts, short owner, string record, IReadOnlyList<string> changes, CancellationToken ct) =>
            await db.SayAsync(texts, owner, await db.ChangesOfAsync(owner, [record], changes, ct), _ => new ChangeWords(), ct);

        /// <summary>The youngest changes of these kinds that the audit holds of these records.</summary>
        public async Task<IReadOnlyList<ToldChange>> ChangesOfAsync(
            short owner, IReadOnlyList<string> records, IReadOnlyList<string> changes, CancellationToken ct) =>
            await Youngest(db.AuditEntries.Where(entry =>
                entry.Owner == owner && EF.Parameter(records).Contains(entry.Record) && EF.Parameter(changes).Contains(entry.Change))).ToListAsync(ct);

        /// <summary>The youngest changes of these kinds in a programme, whatever record they are of.</summary>
        public async Task<IReadOnlyList<ToldChange>> ChangesOfAsync(short owner, IReadOnlyList<string> changes, CancellationToken ct) =>
            await Youngest(db.AuditEntries.Where(entry => entry.Owner == owner && EF.Parameter(changes).Contains(entry.Change))).ToListAsync(ct);

        /// <summary>Changes in the reader's words, the youngest first.</summary>
        public async Task<IReadOnlyList<HistoryLine>> SayAsync(
            Texts texts, short owner, IEnumerable<ToldChange> changes, Func<ToldChange, ChangeWords> words, CancellationToken ct)
        {
            var told = changes.OrderByDescending(change => change.At).ThenByDescending(change => change.Id).Take(Most).ToList();
            var ids = told.Select(change => change.PersonId).OfType<Guid>().Distinct().Select(id => new PersonId(id)).ToList();
            var names = await db.People.Where(person => person.Owner == owner && EF.Parameter(ids).Contains(person.Id))
                .ToDictionaryAsync(person => person.Id.Value, person => person.DisplayName, ct);

            return
            [
                .. from change in told
                   let said = words(change)
                   let who = change.PersonId is { } id ? names.GetValueOrDefault(id) : null
                   select new HistoryLine(texts[$"change.{change.Change}"], change.At, who, said.Note, said.Why),
            ];
        }
    }

    private static IQueryable<ToldChange> Youngest(IQueryable<AuditEntry> entries) => entries.AsNoTracking()
        .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(Most)
        .Select(entry => new ToldChange(entry.Id, entry.Change, entry.Record, entry.At, entry.PersonId, entry.Detail));
}
