using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns.Cells;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Capture;

/// <summary>Returns that are filled in without network: those that the actor types, and those that they sent while the round is open.</summary>
public sealed class ReturnCapture(
    HieuHocDb db, PackShelf shelf, ProgrammeClock clock, Texts texts, MergeReturn mergeReturn, TakeReturnStep takeStep) : ICaptureKind
{
    public string Name => "returns";

    public async Task<CaptureList> ListAsync(Actor actor, CancellationToken ct)
    {
        var (forms, records) = (new Dictionary<string, CaptureForm>(), new List<CaptureRecord>());
        var rounds = db.Rounds;
        var rows = await (
            from @return in db.ReturnsVisibleTo(actor).Owed().AsNoTracking()
            join round in rounds on new { @return.Owner, Id = @return.RoundId } equals new { round.Owner, round.Id }
            where round.ClosedAt == null || ReturnSteps.Editable.Contains(@return.State)
            orderby @return.DueOn descending, round.Code, @return.Id
            select new { @return, round }).ToListAsync(ct);

        foreach (var row in rows)
        {
            if (await ReadAsync(row.@return, row.round, actor, ct) is var (form, record))
            {
                forms.TryAdd(form.Id, form);
                records.Add(record);
            }
        }

        return new CaptureList(Name, texts["capture.kind.returns"], [.. forms.Values], records);
    }

    public async Task<Outcome<int>> TakeAsync(Guid id, int? startedFrom, CapturedBody body, Actor actor, CancellationToken ct)
    {
        var @return = new ReturnId(id);

        if (await db.StandingReturnAsync(shelf, @return, actor, clock.Now.Day, ct) is not { } standing)
        {
            return new ReturnNotFound();
        }

        if (body.Values.Keys.FirstOrDefault(name => !standing.Asked.Form.Cells.Contains(name)) is { } foreign)
        {
            return new AnswerNotAsked(foreign);
        }

        var from = startedFrom ?? standing.Return.Revision;

        if (body.Values.Count > 0 || !body.Done)
        {
            var cells = body.Values.ToDictionary(value => value.Key, value => new TypedCell(value.Value.Was, value.Value.Value));
            // By the cells alone: a telephone may name the version of its own last sending, in which a cell of somebody else's went along.
            var saved = await mergeReturn.RunAsync(@return, startedFrom: null, cells, actor, ct);

            if (saved.Refusal is { } refusal)
            {
                return refusal;
            }

            from = saved.Value.Revision;
        }

        if (!body.Done)
        {
            return from;
        }

        var sent = await takeStep.RunAsync(@return, from, ReturnStep.Send, reason: null, actor, ct);

        return sent.Refusal is { } unsent ? unsent : sent.Value.Revision;
    }

    /// <summary>A return as a device keeps it; null where the actor has no hand in it.</summary>
    private async Task<(CaptureForm Form, CaptureRecord Record)?> ReadAsync(Return @return, Round round, Actor actor, CancellationToken ct)
    {
        var number = @return.CurrentVersion;
        var version = await db.ReturnVersions.AsNoTracking().SingleAsync(
            version => version.Owner == @return.Owner && version.ReturnId == @return.Id && version.Number == number, ct);
        var asked = await db.FormOfAsync(shelf, @return, version.FormPackId, clock.Now.Day, ct);

        if (!ReturnSteps.MayType(actor.Role, asked.Form.Way))
        {
            return null;
        }

        var form = CaptureForms.Of(asked, texts);
        var subject = await db.SubjectNameAsync(@return.SubjectId, round.CutOffOn, ct) ?? "";
        var talk = await db.CellTalkAsync(@return, asked.Form, actor, ct);
        var mending = @return.IsEditable ? await db.AskedCellsAsync(@return, asked.Form, ct) : null;

        return (form, new CaptureRecord(@return.Id.Value, form.Id, form.Title, @return.Revision, CaptureForms.Values(asked, Answers.FromJson(version.Answers)))
        {
            Detail = texts["capture.returns.detail", ("place", subject), ("round", round.Title), ("day", @return.DueOn)],
            IsOpen = @return.IsEditable,
            Standing = texts[$"returnState.{@return.State}"],
            Returned = @return.State is ReturnState.ToMend ? await ReasonAsync(@return, talk, ct) : null,
            Marks = mending?.Marks.ToDictionary(mark => mark.Cell, mark => mark.Reason),
        });
    }

    /// <summary>Why it was given back: the words of the step, else that cells are marked.</summary>
    private async Task<string> ReasonAsync(Return @return, CellTalk talk, CancellationToken ct)
    {
        var said = await db.ReturnMoves.AsNoTracking()
            .Where(move => move.Owner == @return.Owner && move.ReturnId == @return.Id)
            .OrderByDescending(move => move.Number).Select(move => move.Reason).FirstOrDefaultAsync(ct);

        return said is { Length: > 0 } ? said : texts["capture.returns.marked", ("count", talk.Asked.Count)];
    }
}
