using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

/// <summary>How a return begins, and how it gets another version.</summary>
internal static class AskReturns
{
    extension(HieuHocDb db)
    {
        /// <summary>Asks somebody one of a round's forms: a return with nothing answered yet.</summary>
        public void Ask(RoundForm form, int subjectId, Moment now, PersonId? by = null)
        {
            var asked = Return.Of(form, subjectId);
            db.Add(asked);
            db.AddVersion(asked, Answers.None, now, by);
        }

        /// <summary>Gives a return the version that it is at now.</summary>
        public void AddVersion(Return @return, Answers answers, Moment now, PersonId? by) => db.Add(new ReturnVersion
        {
            Owner = @return.Owner,
            ReturnId = @return.Id,
            Number = @return.CurrentVersion,
            FormPackId = @return.FormPackId,
            Answers = answers.ToJson(),
            SavedAt = now.Instant,
            SavedBy = by,
        });
    }
}
