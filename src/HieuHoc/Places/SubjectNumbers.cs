using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>Places and agencies draw from one sequence of numbers; this is the only way to it.</summary>
public static class SubjectNumbers
{
    extension(HieuHocDb db)
    {
        /// <summary>Until the transaction ends, nobody else adds places or agencies, or changes what they are called.</summary>
        public Task LockSubjectsAsync(CancellationToken ct) => db.Engine.LockAsync(db, "subjects", ct);

        /// <summary>The first free number; it and those after it are the caller's until the transaction ends.</summary>
        public async Task<int> NextSubjectAsync(CancellationToken ct)
        {
            await db.LockSubjectsAsync(ct);

            return (await db.Subjects.MaxAsync(subject => (int?)subject.Id, ct) ?? 0) + 1;
        }
    }
}
