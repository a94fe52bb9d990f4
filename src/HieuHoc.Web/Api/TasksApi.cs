using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Web.Api;

/// <summary>The tasks of the programme, the rows of annual plans, and how far they have come.</summary>
internal static class TasksApi
{
    private static readonly Role[] Readers = [.. RoleTable.WhoMay(Capability.SeeTasks)];
    private static readonly Role[] Planners = [.. RoleTable.WhoMay(Capability.KeepAnnualPlans)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/tasks", ListAsync).Produces<FoundTasksBody>()
            .Opens("What agencies have to do in a year, overdue first, of one agency or standing, fifty from skip on", ApiScopes.Read, Readers, new RequestUnreadable());
        api.MapGet("/tasks/{id:guid}", GetAsync).Produces<TaskBody>()
            .Opens("One task with who has which part in it and the rows that came of it", ApiScopes.Read, Readers, new TaskNotFound());
        api.MapGet("/tasks/rows/{id:guid}", GetRowAsync).Produces<AnnualRowBody>()
            .Opens("One row of an annual plan with what was said of it; ETag is the number of the last that was said", ApiScopes.Read, Readers, new AnnualRowNotFound());
        api.MapPost("/tasks/rows/{id:guid}/progress", SayAsync).Produces<AnnualRowBody>().Opens(
            "Says how far a row has come; If-Match names the last that the caller knew of what was said, or *",
            ApiScopes.ProgrammeWrite,
            Planners,
            new RequestUnreadable(),
            new VersionNotNamed(),
            new ProgressDayInFuture(default),
            new TaskTextTooLong(0),
            new AnnualPlanNotYours(),
            new AnnualRowNotFound(),
            new TaskSuccessorUnnamed(),
            new AnnualRowIsDropped(),
            new ProgressSaidMeanwhile());
    }

    private static async Task<IResult> ListAsync(
        ReadTasks readTasks, ProgrammeClock clock, Actor actor, CancellationToken ct, int? year = null, int? agency = null, string? state = null, int skip = 0)
    {
        var asked = year ?? clock.Now.Day.Year;

        if (asked is < StatedTask.FirstYear or > StatedTask.LastYear || skip < 0 || !ApiLists.TryRead<TaskLineState>(state, out var standing))
        {
            return ApiProblems.Of(new RequestUnreadable());
        }

        var read = await readTasks.RunAsync(asked, agency, actor, ct);
        var lines = read.Lines.Where(line => standing is null || line.State == standing).ToList();

        return Results.Ok(new FoundTasksBody(
            asked, lines.Count, [.. lines.Skip(skip).Take(ApiLists.Most).Select(TaskLineBody.Of)], [.. read.Agencies.Select(known => new AgencyNameBody(known.Id, known.Name))]));
    }

    private static async Task<IResult> GetAsync(Guid id, ReadTask readTask, Actor actor, CancellationToken ct)
    {
        var read = await readTask.RunAsync(new TaskId(id), actor, ct);

        return read.Refusal is { } refusal ? ApiProblems.Of(refusal) : Results.Ok(TaskBody.Of(read.Value));
    }

    private static async Task<IResult> GetRowAsync(Guid id, HttpContext context, ReadAnnualRow readRow, Actor actor, CancellationToken ct)
    {
        var read = await readRow.RunAsync(new AnnualRowId(id), actor, ct);

        return read.Refusal is { } refusal ? ApiProblems.Of(refusal) : Answer(context, read.Value);
    }

    private static async Task<IResult> SayAsync(
        Guid id, ProgressBody body, HttpContext context, ReadAnnualRow readRow, SayProgress sayProgress, Actor actor, CancellationToken ct)
    {
        var row = new AnnualRowId(id);
        var before = await readRow.RunAsync(row, actor, ct);

        if (before.Refusal is { } unseen)
        {
            return ApiProblems.Of(unseen);
        }

        if (!ApiVersions.Names(context, out var seen))
        {
            return ApiProblems.Of(new VersionNotNamed());
        }

        var told = new ToldProgress(body.Id, seen ?? before.Value.LastSaid, body.State, body.Words, body.ActedOn);
        var said = await sayProgress.RunAsync(row, told, actor, ct);

        // It was found before it was written to.
        var after = (await readRow.RunAsync(row, actor, ct)).Value;

        return said.Refusal switch
        {
            null => Answer(context, after),
            ProgressSaidMeanwhile meanwhile => ApiProblems.Of(meanwhile, body, AnnualRowBody.Of(after)),
            var refusal => ApiProblems.Of(refusal),
        };
    }

    private static IResult Answer(HttpContext context, AnnualRowRead read)
    {
        ApiVersions.Tag(context, read.LastSaid);

        return Results.Ok(AnnualRowBody.Of(read));
    }
}
