using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;

namespace HieuHoc.Access;

public static class JobQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The jobs that a person asked for; an administrator sees all of the programme.</summary>
        public IQueryable<Job> JobsVisibleTo(Actor actor)
        {
            var person = actor.PersonId is { } id ? id.Value : (Guid?)null;

            return db.Jobs.Where(job => job.Owner == actor.Owner
                && (actor.Role == Role.Administrator || (person != null && job.CreatedBy == person)));
        }
    }
}
