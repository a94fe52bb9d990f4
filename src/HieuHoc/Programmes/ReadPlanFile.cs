using HieuHoc.PlanReading;
using HieuHoc.Platform;

namespace HieuHoc.Programmes;

/// <summary>Reads a plan from a Word, PDF or text file; nothing is kept.</summary>
public sealed class ReadPlanFile
{
    public async Task<Outcome<PlanDocument>> RunAsync(Stream file, CancellationToken ct)
    {
        try
        {
            return await PlanFile.ReadAsync(file, ct);
        }
        catch (NotAPlanException cause)
        {
            return new PlanUnreadable(cause.Fault);
        }
    }
}
