using HieuHoc.Access;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;

namespace HieuHoc.Web.Api;

/// <summary>Single cells of a return: marking them while it is checked, and talking about them.</summary>
internal static class CellsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/returns/{id:guid}/marks", MarkAsync).Produces<ReturnBody>().Opens(
            "Marks these cells and no others, while the return is checked; If-Match names the version that was checked, or *",
            ApiScopes.ReturnsWrite,
            ReturnsApi.Offices,
            new RequestUnreadable(),
            new VersionNotNamed(),
            new MarkedCellNotAsked(""),
            new MarkReasonMissing(""),
            new RemarkTooLong(0),
            new ReturnNotFound(),
            new ReturnTakenOver(),
            new ReturnStepNotYours(default),
            new ReturnStepNotPossible(default, default),
            new ReturnChangedMeanwhile());
        api.MapPut("/returns/{id:guid}/remarks", RemarkAsync).Produces<ReturnBody>().Opens(
            "Answers or says more of cells that were marked; each remark has an id that the caller chose",
            ApiScopes.ReturnsWrite,
            ReturnsApi.Offices,
            new RequestUnreadable(),
            new RemarkTooLong(0),
            new ReturnNotFound(),
            new ReturnTakenOver(),
            new CellsNotYoursToDiscuss(),
            new CellNotMarked(""),
            new RemarkDiffers());
    }

    private static async Task<IResult> MarkAsync(
        Guid id, MarksBody body, HttpContext context, [AsParameters] ReturnsKit kit, MarkCells markCells, CancellationToken ct)
    {
        if (await kit.ReadAsync(id, ct) is not { } view)
        {
            return ApiProblems.Of(new ReturnNotFound());
        }

        if (ReturnsApi.StartedFrom(context, view.Revision, again: false) is not { } startedFrom)
        {
            return ApiProblems.Of(new VersionNotNamed());
        }

        var marked = await markCells.RunAsync(
            new ReturnId(id), startedFrom, [.. body.Marks.Select(mark => new TypedMark(mark.Cell, mark.Reason))], kit.Actor, ct);

        return marked.Refusal is { } refusal ? ApiProblems.Of(refusal) : ReturnsApi.Answer(context, id, (await kit.ReadAsync(id, ct))!, kit.Texts);
    }

    private static async Task<IResult> RemarkAsync(
        Guid id, RemarksBody body, HttpContext context, [AsParameters] ReturnsKit kit, RemarkOnCells remarkOnCells, CancellationToken ct)
    {
        var said = await remarkOnCells.RunAsync(
            new ReturnId(id), [.. body.Remarks.Select(remark => new TypedRemark(new RemarkId(remark.Id), remark.Cell, remark.Text))], kit.Actor, ct);

        return said.Refusal is { } refusal ? ApiProblems.Of(refusal) : ReturnsApi.Answer(context, id, (await kit.ReadAsync(id, ct))!, kit.Texts);
    }
}
