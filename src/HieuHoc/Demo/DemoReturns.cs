using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Returns.Reasons;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>
/// Types the returns of the demonstration and takes their steps as people do. What a making that was stopped did is not done
/// again: the saving, the report on tasks, every section that is written and every step since count one.
/// </summary>
internal sealed class DemoReturns(DbEngine engine, PackShelf shelf, Texts texts, StoryTime time)
{
    /// <summary>What the sender writes in a report of its own before the first step; null for nothing.</summary>
    public DemoWords? Words { get; init; }

    /// <summary>What an agency says of its tasks before that; empty where it has none.</summary>
    public IReadOnlyList<StatedTaskReport> Tasks { get; init; } = [];

    /// <summary>Types a return and takes it along a way; without a way nothing is typed.</summary>
    public async Task MoveAsync(
        ReturnId id, IReadOnlyDictionary<string, long> answers, Actor typist, IReadOnlyList<(ReturnStep Step, Actor By)> way, CancellationToken ct)
    {
        if (way.Count == 0)
        {
            return;
        }

        var done = await RevisionAsync(id, ct);

        if (done == 0)
        {
            await SaveAsync(id, answers, typist, ct);
        }

        var savings = 1 + await ExplainAsync(id, done, typist, ct);
        savings += await ReportAsync(id, done > savings, typist, ct);
        IReadOnlyList<string> sections = Words?.Sections ?? [];

        foreach (var section in sections.Skip(done - savings))
        {
            await WriteAsync(id, section, typist, ct);
        }

        foreach (var (number, (step, by)) in way.Index())
        {
            time.NextStep();

            if (number + savings + sections.Count >= done)
            {
                await StepAsync(id, step, by, ct);
            }
        }
    }

    /// <summary>The steps that lead a return to a state, by its officer, its leader and who receives it.</summary>
    public static IReadOnlyList<(ReturnStep Step, Actor By)> WayTo(ReturnState state, Actor officer, Actor leader, Actor receiver)
    {
        IReadOnlyList<(ReturnStep Step, Actor By)> way =
            [(ReturnStep.Submit, officer), (ReturnStep.Approve, leader), (ReturnStep.Send, officer), (ReturnStep.Confirm, receiver)];

        return state switch
        {
            ReturnState.Entering => [],
            ReturnState.AwaitingLeader => [.. way.Take(1)],
            ReturnState.Approved => [.. way.Take(2)],
            ReturnState.Sent => [.. way.Take(3)],
            ReturnState.ToMend => [.. way.Take(3), (ReturnStep.AskToMend, receiver)],
            ReturnState.Checking => [.. way.Take(3), (ReturnStep.Receive, receiver)],
            ReturnState.Confirmed => way,
            ReturnState.Correcting => [.. way, (ReturnStep.Correct, receiver)],
        };
    }

    /// <summary>Types the first answers of a return.</summary>
    public async Task SaveAsync(ReturnId id, IReadOnlyDictionary<string, long> answers, Actor typist, CancellationToken ct)
    {
        await using var db = engine.Open();
        var typed = answers.ToDictionary(answer => answer.Key, answer => (string?)answer.Value.ToString(CultureInfo.InvariantCulture));
        var saved = await new SaveReturn(db, shelf, new ProgrammeClock(time)).RunAsync(id, 0, typed, typist, ct);
        _ = saved.Value;
    }

    /// <summary>Says why figures that look odd are right, as its officer would before handing the return on; says how often it was saved for that.</summary>
    /// <param name="done">The savings and steps that a making that was stopped had done.</param>
    private async Task<int> ExplainAsync(ReturnId id, int done, Actor typist, CancellationToken ct)
    {
        await using var db = engine.Open();

        if (done > 1)
        {
            return await db.ReturnReasons.AnyAsync(reason => reason.Owner == typist.Owner && reason.ReturnId == id, ct) ? 1 : 0;
        }

        var @return = await db.Returns.AsNoTracking().SingleAsync(@return => @return.Id == id, ct);
        var version = await db.ReturnVersions.AsNoTracking().SingleAsync(version => version.ReturnId == id && version.Number == @return.CurrentVersion, ct);
        var (form, elements) = (await db.FormAsync(shelf, version.FormPackId, ct), await db.ElementsOfAsync(shelf, @return, ct));
        var found = await db.FindingsAsync(shelf, @return, version.Number, form, Answers.FromJson(version.Answers), elements, ct);
        IReadOnlyList<TypedReason> typed =
        [
            .. from finding in found.Unexplained
               let ready = DemoOddities.ReasonOf(finding)
               select new TypedReason(finding.Code, finding.Cell, ready, texts.In("vi", $"demo.odd.{ready}")),
        ];

        if (typed.Count > 0)
        {
            _ = (await new ExplainFindings(db, shelf, new ProgrammeClock(time)).RunAsync(id, @return.Revision, typed, typist, ct)).Value;
        }

        return typed.Count > 0 ? 1 : 0;
    }

    /// <summary>Says what became of the tasks; says how often it was saved for that.</summary>
    /// <param name="isDone">True where a making that was stopped had done it.</param>
    private async Task<int> ReportAsync(ReturnId id, bool isDone, Actor typist, CancellationToken ct)
    {
        if (Tasks.Count == 0)
        {
            return 0;
        }

        if (!isDone)
        {
            await using var db = engine.Open();
            _ = (await new ReportTasks(db, shelf, new ProgrammeClock(time)).RunAsync(id, await RevisionAsync(id, ct), Tasks, typist, ct)).Value;
        }

        return 1;
    }

    private async Task WriteAsync(ReturnId id, string section, Actor typist, CancellationToken ct)
    {
        await using var db = engine.Open();
        var written = await new SaveReportSection(db, shelf, new ProgrammeClock(time))
            .RunAsync(id, await RevisionAsync(id, ct), section, Words!.Of(section, texts), typist, ct); // written where there are words alone
        _ = written.Value;
    }

    private async Task StepAsync(ReturnId id, ReturnStep step, Actor by, CancellationToken ct)
    {
        await using var db = engine.Open();
        var reason = step is ReturnStep.AskToMend ? texts.In("vi", $"demo.reason.{by.Role}") : null;
        var taken = await new TakeReturnStep(db, shelf, new ProgrammeClock(time)).RunAsync(id, await RevisionAsync(id, ct), step, reason, by, ct);
        _ = taken.Value;
    }

    private async Task<int> RevisionAsync(ReturnId id, CancellationToken ct)
    {
        await using var db = engine.Open();

        return await db.Returns.Where(@return => @return.Id == id).Select(@return => @return.Revision).SingleAsync(ct);
    }
}
