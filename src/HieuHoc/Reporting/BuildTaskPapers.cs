using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting;

/// <summary>Writes the letter that reminds an agency of what its annual plan is late with.</summary>
public sealed class BuildTaskPapers(HieuHocDb db, JudgeTargets judgeTargets, ReadTasks readTasks, ProgrammeClock clock, Texts texts)
{
    /// <summary>Công văn đôn đốc.</summary>
    public async Task<Outcome<PaperFile>> ReminderAsync(int agencyId, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.OpenRounds))
        {
            return new TaskLetterNotYours();
        }

        var now = clock.Now;

        if (!await db.AgenciesWithTasksOf(actor).ContainsAsync(agencyId, ct) || await db.AgencyOnDayAsync(agencyId, now.Day, ct) is not { } agency)
        {
            return new AgencyNotFound();
        }

        var overdue = (await readTasks.RunAsync(now.Day.Year, agencyId, actor, ct)).Lines.Where(line => line.State is TaskLineState.Overdue).ToList();

        if (overdue.Count == 0)
        {
            return new NoTaskOverdue();
        }

        if (await judgeTargets.ProgrammeAsync(actor, now.Day, ct) is not { } programme)
        {
            return new ProgrammeNotDescribed(now.Day.Year);
        }

        var demo = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.Demo).SingleAsync(ct);

        return new PaperFile(new TaskReminderLetter(programme, agency.Name, overdue, now, demo, texts).Build(), $"cong-van-don-doc-{agency.Code.Replace(':', '-')}.docx");
    }
}
