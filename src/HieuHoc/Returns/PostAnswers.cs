using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Returns;

/// <summary>Where the answers of a return begin to count.</summary>
internal static class PostAnswers
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// Makes the answers of the version that a return is at its figures, in the transaction that confirms it: what there is,
        /// and beside it the estimates that the form asks; those of earlier versions that are asked no more count no longer.
        /// </summary>
        public async Task<Refusal?> PostAnswersAsync(PackShelf shelf, Return @return, ReturnForm asked, Answers answers, DateTime at, CancellationToken ct)
        {
            var posting = new Posting(
                @return.Owner, @return.SubjectId, asked.Period.Id, @return.Id.Value, @return.CurrentVersion, Producer.Return, at, asked.Form.Standing)
            {
                Estimates = Keyed(answers.Estimates.Where(pair => asked.Form.Estimated.Contains(pair.Key))),
            };
            await db.WithdrawTakenOverAsync(@return, at, ct);

            return await db.PostFiguresAsync(shelf, posting, Keyed(answers.Values), ct);

            Dictionary<FigureKey, long> Keyed(IEnumerable<KeyValuePair<string, long>> values) =>
                values.ToDictionary(pair => asked.Elements[pair.Key].Key, pair => pair.Value);
        }
    }
}
