using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Returns;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>A cell that was chosen from an uploaded workbook.</summary>
public readonly record struct ChosenCell(ReturnId Return, string Name);

/// <summary>What was taken over.</summary>
public sealed record AcceptedWorkbook(int Cells, int Returns);

/// <summary>Numbers of an uploaded workbook were taken into a return.</summary>
public sealed record WorkbookAccepted(ReturnId Return, AttachmentId File, int Cells) : Change(Return.Value.ToString());

/// <summary>
/// Takes the chosen numbers of an uploaded workbook into the returns, all of them or none. What was not chosen, and what the
/// file does not contain, stays.
/// </summary>
public sealed class AcceptWorkbook(HieuHocDb db, ReadWorkbook readWorkbook, SaveReturn saveReturn, ProgrammeClock clock)
{
    /// <summary>Takes them over.</summary>
    /// <param name="startedFrom">The revision of each return that the person's page showed.</param>
    public async Task<Outcome<AcceptedWorkbook>> RunAsync(
        WorkbookRecord record,
        AttachmentId file,
        IReadOnlyDictionary<ReturnId, int> startedFrom,
        IReadOnlyCollection<ChosenCell> chosen,
        Actor actor,
        CancellationToken ct)
    {
        var held = await readWorkbook.RunAsync(record, file, actor, ct);

        if (held.Refusal is { } refusal)
        {
            return refusal;
        }

        var wanted = chosen.ToHashSet();
        var taken = held.Value.Reading.Cells.Where(cell => cell.Return.Takes(cell.Name) && wanted.Contains(new ChosenCell(cell.Return.Id, cell.Name))).ToList();

        if (taken.Count == 0)
        {
            return new WorkbookNothingChosen();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var returns = taken.GroupBy(cell => cell.Return).ToList();

        foreach (var cells in returns)
        {
            if (await SaveAsync(held.Value, cells.Key, [.. cells], startedFrom.GetValueOrDefault(cells.Key.Id, -1), actor, ct) is { } unsaved)
            {
                // What was saved of the returns before is undone with the transaction.
                db.ChangeTracker.Clear();

                return unsaved;
            }
        }

        await transaction.CommitAsync(ct);

        return new AcceptedWorkbook(taken.Count, returns.Count);
    }

    private async Task<Refusal?> SaveAsync(
        HeldWorkbook held, WorkbookReturn into, IReadOnlyList<GivenCell> cells, int startedFrom, Actor actor, CancellationToken ct)
    {
        var answers = into.Answers.Names.ToDictionary();

        foreach (var cell in cells)
        {
            answers[cell.Name] = cell.Value;
        }

        var typed = answers.ToDictionary(
            answer => answer.Key,
            string? (answer) => TypedAnswers.Text(held.Scope.Elements[EstimatedCell.ElementOf(answer.Key)].Natural(answer.Value)));
        var saved = await saveReturn.RunAsync(into.Id, startedFrom, typed, actor, ct);

        if (saved.Refusal is { } refusal)
        {
            return refusal;
        }

        // The same request again changes nothing.
        if (!cells.Any(cell => cell.Differs))
        {
            return null;
        }

        db.Record(new WorkbookAccepted(into.Id, held.File.Id, cells.Count), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        return null;
    }
}
