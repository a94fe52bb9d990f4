using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Reasons;

/// <summary>The reasons of a return, read and kept by its versions.</summary>
public static class ReasonQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The reasons that hold in a version, in the order of the form's codes.</summary>
        public async Task<IReadOnlyList<ReturnReason>> ReasonsAsync(Return @return, int version, FormsPack form, Answers answers, CancellationToken ct)
        {
            var rows = await db.ReturnReasons.AsNoTracking()
                .Where(reason => reason.Owner == @return.Owner && reason.ReturnId == @return.Id && reason.Version <= version)
                .ToListAsync(ct);

            return HoldingIn(version, rows, form, answers);
        }

        /// <summary>Writes what is said at a place of the form into the version that is being worked on.</summary>
        internal async Task KeepReasonAsync(Return @return, PlacedReason said, Answers answers, PersonId? by, Moment now, CancellationToken ct)
        {
            var version = @return.CurrentVersion;
            var row = await db.ReturnReasons.SingleOrDefaultAsync(
                reason => reason.Owner == @return.Owner && reason.ReturnId == @return.Id && reason.Code == said.Code && reason.Cell == said.Cell && reason.Version == version,
                ct);

            if (row is null)
            {
                db.Add(new ReturnReason
                {
                    Owner = @return.Owner,
                    ReturnId = @return.Id,
                    Version = version,
                    Code = said.Code,
                    Cell = said.Cell,
                    Ready = said.Ready,
                    Text = said.Text,
                    Answers = answers.ToJson(),
                    GivenAt = now.Instant,
                    GivenBy = by,
                });

                return;
            }

            (row.Ready, row.Text, row.Answers, row.GivenAt, row.GivenBy) = (said.Ready, said.Text, answers.ToJson(), now.Instant, by);
        }
    }

    /// <summary>Of the rows up to a version those that hold in it: at each place of the form the newest, while its figures are the same.</summary>
    public static IReadOnlyList<ReturnReason> HoldingIn(int version, IEnumerable<ReturnReason> rows, FormsPack form, Answers answers) =>
    [
        .. rows.GroupBy(reason => (reason.Code, reason.Cell))
            .Select(place => place.MaxBy(reason => reason.Version)!) // a group has a row
            .Where(reason => form.CellsOf(reason.Code, reason.Cell) is { } cells && reason.HoldsIn(version, answers.Of(cells)))
            .OrderBy(reason => reason.Code, StringComparer.Ordinal).ThenBy(reason => reason.Cell, StringComparer.Ordinal),
    ];
}

/// <summary>What is said at a place of the form: a reason that was chosen, words, both, or nothing any longer.</summary>
internal sealed record PlacedReason(string Code, string Cell, string? Ready, string Text)
{
    /// <summary>True when a reason says the same; nothing is the same as no reason.</summary>
    public bool Is(ReturnReason? reason) => (Ready, Text) == (reason?.Ready, reason?.Text ?? "");
}
