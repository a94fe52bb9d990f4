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

public static class HistoryQueries
{
    /// <summary>Lines of one record that a page shows at most; the youngest.</summary>
    private const int Most = 100;

    extension(HieuHocDb db)
    {
        /// <summary>
        /// What the audit says of a record, the youngest first. Whether the reader may see the record, and which changes of
        /// it, is for the page to say.
        /// </summary>
        /// <param name="changes">The kinds of changes that this reader sees; all of them when null.</param>
        public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(
            Texts texts, short owner, string record, IReadOnlyList<string>? changes, CancellationToken ct)
        {
            var entries = await db.AuditEntries.AsNoTracking()
                .Where(entry => entry.Owner == owner && entry.Record == record && (changes == null || changes.Contains(entry.Change)))
                .OrderByDescending(entry => entry.At).Take(Most)
                .Select(entry => new { entry.Change, entry.At, entry.PersonId })
                .ToListAsync(ct);
            var ids = entries.Where(entry => entry.PersonId is not null).Select(entry => new PersonId(entry.PersonId!.Value)).Distinct().ToList();
            var names = await db.People.Where(person => person.Owner == owner && ids.Contains(person.Id))
                .ToDictionaryAsync(person => person.Id.Value, person => person.DisplayName, ct);

            return
            [
                .. entries.Select(entry => new HistoryLine(
                    texts[$"change.{entry.Change}"], entry.At, entry.PersonId is { } id ? names.GetValueOrDefault(id) : null)),
            ];
        }
    }
}
