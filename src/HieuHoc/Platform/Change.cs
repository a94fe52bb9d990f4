using System.Text.Json;
using HieuHoc.Platform.Audit;

namespace HieuHoc.Platform;

/// <summary>
/// Something that happened and is kept for ever: a past participle (<c>ReturnConfirmed</c>) with ids and field names.
/// </summary>
/// <param name="Record">The id of the record that changed, as text.</param>
public abstract record Change(string Record);

public static class ChangeRecording
{
    extension(HieuHocDb db)
    {
        /// <summary>Adds the audit row of a change; it is saved, or lost, together with the change itself.</summary>
        public void Record(Change change, short owner, Guid? person, Moment now)
        {
            var id = Guid.CreateVersion7();
            db.Add(new AuditEntry
            {
                Owner = owner,
                Id = id,
                At = now.Instant,
                PersonId = person,
                ActingForId = db.ActingFor,
                Change = change.GetType().Name,
                Record = change.Record,
                Detail = JsonSerializer.Serialize(change, change.GetType(), Json.Compact),
            });
            // By this note the sealer finds the row without searching, however late its transaction commits.
            db.Add(new AuditUnsealed { Owner = owner, EntryId = id });
        }
    }
}
