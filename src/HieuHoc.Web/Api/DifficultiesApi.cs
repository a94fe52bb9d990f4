using HieuHoc.Access;
using HieuHoc.Programmes.Difficulties;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Api;

/// <summary>A difficulty or a proposal on its way.</summary>
/// <param name="Addressee">With whom a proposal is made; empty where nobody is named.</param>
/// <param name="Return">The return that says it; null where it was raised outside a return.</param>
/// <param name="Round">The title of that return's round.</param>
/// <param name="About">What it is about; null of what a return says.</param>
/// <param name="Record">Which task, by id, or which target, by code; empty of neither.</param>
/// <param name="AboutWords">The task or target as it was called then.</param>
/// <param name="ForwardedTo">To whom it was passed; null where it was not.</param>
/// <param name="Reply">Null while nobody has replied.</param>
/// <param name="Answer">What was said in reply last; of what is forwarded the remark.</param>
public sealed record DifficultyBody(
    Guid Id,
    DifficultyKind Kind,
    string Sender,
    string Text,
    string Addressee,
    Guid? Return,
    string? Round,
    DifficultySubject? About,
    string Record,
    string AboutWords,
    DateTime? RaisedAt,
    DifficultyForward? ForwardedTo,
    DateTime? ForwardedAt,
    string ForwardRemark,
    DifficultyReply? Reply,
    string Answer,
    DateTime? AnsweredAt,
    DateTime? ClosedAt)
{
    public static DifficultyBody Of(DifficultyLine line) => new(
        line.Item.Id.Value,
        line.Item.Kind,
        line.Sender,
        line.Item.Text,
        line.Item.Addressee,
        line.Item.ReturnId?.Value,
        line.Round,
        line.Item.About,
        line.Item.AboutRecord,
        line.Item.AboutWords,
        line.Item.RaisedAt,
        line.Item.ForwardedTo,
        line.Item.ForwardedAt,
        line.Item.ForwardRemark,
        line.Item.Reply,
        line.Item.Answer,
        line.Item.AnsweredAt,
        line.Item.ClosedAt);
}

/// <summary>A part of the difficulties and proposals, and of how many.</summary>
public sealed record FoundDifficultiesBody(int Count, IReadOnlyList<DifficultyBody> Difficulties);

/// <summary>Something to raise outside a return.</summary>
/// <param name="Id">Chosen by the caller: the same under the same id is raised once.</param>
/// <param name="Record">The id of a task, or the code of a target; of neither it says nothing.</param>
/// <param name="Addressee">With whom a proposal is made; of a difficulty it says nothing.</param>
public sealed record NewDifficultyBody(
    Guid Id, DifficultyKind Kind, string Text, DifficultySubject About = DifficultySubject.General, string? Record = null, string? Addressee = null);

/// <summary>Difficulties and proposals, of reports and raised at any time.</summary>
internal static class DifficultiesApi
{
    private static readonly Role[] Readers = [.. RoleTable.WhoMay(Capability.SeeReturns)];
    private static readonly Role[] Raisers = [.. RoleTable.WhoMay(Capability.RaiseDifficulties)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/difficulties", ListAsync).Produces<FoundDifficultiesBody>()
            .Opens("Difficulties and proposals that the person sees, with open those without a reply or with one, fifty from skip on", ApiScopes.Read, Readers, new RequestUnreadable());
        api.MapGet("/difficulties/{id:guid}", GetAsync).Produces<DifficultyBody>()
            .Opens("One difficulty or proposal on its way", ApiScopes.Read, Readers, new DifficultyNotFound());
        api.MapPost("/difficulties", RaiseAsync).Produces<DifficultyBody>().Opens(
            "Raises a difficulty or a proposal with the standing agency; the same under the same id changes nothing",
            ApiScopes.ProgrammeWrite,
            Raisers,
            new RequestUnreadable(),
            new DifficultyTextMissing(),
            new DifficultyTooLong(0),
            new DifficultyTaskUnknown(),
            new DifficultyTargetUnknown(),
            new DifficultyDiffers());
    }

    private static async Task<IResult> ListAsync(ListDifficulties list, Actor actor, CancellationToken ct, bool? open = null, int skip = 0)
    {
        if (skip < 0)
        {
            return ApiProblems.Of(new RequestUnreadable());
        }

        var items = list.In(open, actor);

        return Results.Ok(new FoundDifficultiesBody(await items.CountAsync(ct), [.. (await list.LinesAsync(items, skip, ApiLists.Most, ct)).Select(DifficultyBody.Of)]));
    }

    private static async Task<IResult> GetAsync(Guid id, ListDifficulties list, Actor actor, CancellationToken ct)
    {
        var read = await list.OneAsync(new DifficultyId(id), actor, ct);

        return read.Refusal is { } refusal ? ApiProblems.Of(refusal) : Results.Ok(DifficultyBody.Of(read.Value));
    }

    private static async Task<IResult> RaiseAsync(NewDifficultyBody body, RaiseDifficulty raiseDifficulty, ListDifficulties list, Actor actor, CancellationToken ct)
    {
        var id = new DifficultyId(body.Id);
        var raised = await raiseDifficulty.RunAsync(id, new StatedDifficulty(body.Kind, body.Text, body.About, body.Record, body.Addressee), actor, ct);

        // Whoever raised it sees it.
        return raised.Refusal is { } refusal ? ApiProblems.Of(refusal) : Results.Ok(DifficultyBody.Of((await list.OneAsync(id, actor, ct)).Value));
    }
}
