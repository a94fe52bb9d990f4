using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Returns.Reasons;
using HieuHoc.Web.Pages.Returns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Api;

/// <summary>What every address about returns needs.</summary>
internal sealed record ReturnsKit(
    [FromServices] HieuHocDb Db, [FromServices] PackShelf Shelf, [FromServices] ProgrammeClock Clock, [FromServices] Texts Texts, [FromServices] Actor Actor)
{
    public async Task<ReturnView?> ReadAsync(Guid id, CancellationToken ct)
    {
        Db.ChangeTracker.Clear();

        return await ReturnView.ReadAsync(Db, Shelf, Clock, new ReturnId(id), Actor, ct);
    }
}

/// <summary>Returns: reading, typing and moving them.</summary>
internal static class ReturnsApi
{
    internal static readonly Role[] Offices = [.. RoleTable.WhoMay(Capability.SeeReturns)];

    /// <summary>What a caller prefers who wants no more than the receipt.</summary>
    private const string Little = "return=minimal";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/returns", ListAsync).Produces<IReadOnlyList<ReturnLine>>()
            .Opens("The returns of a round in the part of the hierarchy that the person answers for", ApiScopes.Read, Offices, new RoundNotFound());
        api.MapGet("/returns/{id:guid}", GetAsync).Produces<ReturnBody>()
            .Opens("One return with its answers; ETag is its version", ApiScopes.Read, Offices, new ReturnNotFound());
        api.MapPut("/returns/{id:guid}", PutAsync).Produces<ReturnBody>().Opens(
            "Saves all answers and gives a receipt; If-Match names the version they were typed from, or *",
            ApiScopes.ReturnsWrite,
            Offices,
            new RequestUnreadable(),
            new VersionNotNamed(),
            new AnswerNotAsked(""),
            new AnswersUnreadable(0),
            new ReturnNotFound(),
            new ReturnNotYoursToFill(),
            new ReturnNotEditable(default),
            new CellsFrozen(0, ""),
            new ReturnChangedMeanwhile());
        api.MapPut("/returns/{id:guid}/reasons", ExplainAsync).Produces<ReturnBody>().Opens(
            "Keeps why figures that look odd are right; If-Match names the version they were typed from, or *",
            ApiScopes.ReturnsWrite,
            Offices,
            new RequestUnreadable(),
            new VersionNotNamed(),
            new ReasonTooLong(0),
            new ReadyReasonNotFound(""),
            new ReasonWordsMissing(""),
            new ReturnNotFound(),
            new ReturnNotYoursToFill(),
            new ReturnNotEditable(default),
            new ReturnChangedMeanwhile());
        api.MapPost("/returns/{id:guid}/steps", StepAsync).Produces<ReturnBody>().Opens(
            "Takes a step: submit, send-back, approve, send, on-behalf, recall, receive, ask-to-mend, confirm, correct, as the form declares them",
            ApiScopes.ReturnsWrite,
            Offices,
            new RequestUnreadable(),
            new VersionNotNamed(),
            new ReasonMissing(),
            new ReasonTooLong(0),
            new ReturnNotFound(),
            new ReturnStepNotYours(default),
            new ReturnStepNotPossible(default, default),
            new ReturnPaperMissing(),
            new ReturnHasHardFindings(0),
            new CellsNotAnswered(0, ""),
            new ReturnHasUnexplainedFindings(0, ""),
            new ReturnEmpty(),
            new ReturnChangedMeanwhile());
        CellsApi.Map(api);
    }

    private static async Task<IResult> ListAsync(string? round, HieuHocDb db, Actor actor, CancellationToken ct)
    {
        var chosen = await db.RoundsVisibleTo(actor).AsNoTracking()
            .Where(row => round == null || row.Code == round)
            .OrderByDescending(row => row.OpensOn).ThenByDescending(row => row.Code)
            .FirstOrDefaultAsync(ct);

        if (chosen is null)
        {
            return round is null ? Results.Ok(Array.Empty<ReturnLine>()) : ApiProblems.Of(new RoundNotFound());
        }

        var codes = db.PlaceCodes.HoldingOn(chosen.CutOffOn);
        var rows = await db.ReturnsVisibleTo(actor).Owed().AsNoTracking()
            .Where(@return => @return.RoundId == chosen.Id)
            .Select(@return => new ReturnLine(
                @return.Id.Value,
                chosen.Code,
                codes.Where(code => code.PlaceId == @return.SubjectId).Select(code => code.Code).FirstOrDefault() ?? "",
                @return.State,
                @return.Revision))
            .ToListAsync(ct);

        return Results.Ok(rows.OrderBy(row => row.Place, StringComparer.Ordinal).ThenBy(row => row.Id));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext context, [AsParameters] ReturnsKit kit, CancellationToken ct) =>
        await kit.ReadAsync(id, ct) is { } view ? Answer(context, id, view, kit.Texts) : ApiProblems.Of(new ReturnNotFound());

    private static async Task<IResult> PutAsync(
        Guid id, AnswersBody body, HttpContext context, [AsParameters] ReturnsKit kit, SaveReturn saveReturn, Receipts receipts, CancellationToken ct)
    {
        if (await kit.Db.StandingReturnAsync(kit.Shelf, new ReturnId(id), kit.Actor, kit.Clock.Now.Day, ct) is not { } standing)
        {
            return ApiProblems.Of(new ReturnNotFound());
        }

        var asked = standing.Asked.Form.Cells.ToHashSet();

        if (body.Answers.Keys.FirstOrDefault(name => !asked.Contains(name)) is { } foreign)
        {
            return ApiProblems.Of(new AnswerNotAsked(foreign));
        }

        // With * the answers that stand already are the same request again: it changes nothing.
        var again = standing.Return.Revision > 0 && asked.All(name => body.Answers.GetValueOrDefault(name) == standing.Of(name));

        if (StartedFrom(context, standing.Return.Revision, again) is not { } startedFrom)
        {
            return ApiProblems.Of(new VersionNotNamed());
        }

        var saved = await saveReturn.RunAsync(standing, startedFrom, body.Typed, kit.Actor, ct);
        var receipt = saved.Refusal is null ? receipts.Give(id, saved.Value.Revision, CanonicalJson.Sha256(body), saved.Value.SavedAt) : null;

        if (receipt is not null && WantsLittle(context))
        {
            return AnswerLittle(context, receipt);
        }

        var after = (await kit.ReadAsync(id, ct))!;

        return saved.Refusal switch
        {
            null => Answer(context, id, after, kit.Texts, receipt),
            AnswersUnreadable unreadable => ApiProblems.Of(
                unreadable, new Dictionary<string, object?> { ["cells"] = Unreadable(after, body, kit.Texts) }),
            ReturnChangedMeanwhile changed => ApiProblems.Of(changed, body, ReturnBody.Of(id, after, kit.Texts)),
            var refusal => ApiProblems.Of(refusal),
        };
    }

    /// <summary>True for a caller that asks for the receipt alone (RFC 7240).</summary>
    private static bool WantsLittle(HttpContext context) =>
        context.Request.Headers["Prefer"].Any(preference => preference?.Contains(Little, StringComparison.OrdinalIgnoreCase) is true);

    private static IResult AnswerLittle(HttpContext context, Receipt receipt)
    {
        context.Response.Headers["Preference-Applied"] = Little;
        ApiVersions.Tag(context, receipt.Version);

        return Results.Ok(receipt);
    }

    /// <summary>Each cell whose number is not taken, with the sentence that says why.</summary>
    private static Dictionary<string, string> Unreadable(ReturnView view, AnswersBody body, Texts texts) =>
        TypedAnswers.Read(body.Typed, view.Form, view.Elements).Unreadable.ToDictionary(name => name, name => texts.CannotRead(view.Elements[EstimatedCell.ElementOf(name)]));

    private static async Task<IResult> ExplainAsync(
        Guid id, ReasonsBody body, HttpContext context, [AsParameters] ReturnsKit kit, ExplainFindings explainFindings, CancellationToken ct)
    {
        if (await kit.ReadAsync(id, ct) is not { } view)
        {
            return ApiProblems.Of(new ReturnNotFound());
        }

        if (StartedFrom(context, view.Revision, again: false) is not { } startedFrom)
        {
            return ApiProblems.Of(new VersionNotNamed());
        }

        var typed = body.Reasons.Select(reason => new TypedReason(reason.Code, reason.Cell, reason.Ready, reason.Text)).ToList();
        var explained = await explainFindings.RunAsync(new ReturnId(id), startedFrom, typed, kit.Actor, ct);

        return explained.Refusal is { } refusal ? ApiProblems.Of(refusal) : Answer(context, id, (await kit.ReadAsync(id, ct))!, kit.Texts);
    }

    private static async Task<IResult> StepAsync(
        Guid id, StepBody body, HttpContext context, [AsParameters] ReturnsKit kit, TakeReturnStep takeStep, CancellationToken ct)
    {
        if (await kit.ReadAsync(id, ct) is not { } view)
        {
            return ApiProblems.Of(new ReturnNotFound());
        }

        if (StartedFrom(context, view.Revision, again: false) is not { } startedFrom)
        {
            return ApiProblems.Of(new VersionNotNamed());
        }

        var taken = await takeStep.RunAsync(new ReturnId(id), startedFrom, body.Step, body.Reason, kit.Actor, ct);

        return taken.Refusal is { } refusal ? ApiProblems.Of(refusal) : Answer(context, id, (await kit.ReadAsync(id, ct))!, kit.Texts);
    }

    internal static IResult Answer(HttpContext context, Guid id, ReturnView view, Texts texts, Receipt? receipt = null)
    {
        ApiVersions.Tag(context, view.Revision);

        return Results.Ok(ReturnBody.Of(id, view, texts) with { Receipt = receipt });
    }

    /// <summary>
    /// The version that the caller started from; null when none is named. With * it is the one that stands, or the one
    /// before it when the same answers stand already: sending them again changes nothing.
    /// </summary>
    internal static int? StartedFrom(HttpContext context, int revision, bool again) =>
        !ApiVersions.Names(context, out var stated) ? null : stated ?? (again ? revision - 1 : revision);
}
