using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using HieuHoc.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Tasks;

/// <summary>The evidence of how far a row of an annual plan has come.</summary>
[For(Capability.SeeTasks)]
public sealed class AttachmentsModel(AttachmentsKit kit) : AttachmentsPage(kit)
{
    /// <summary>What is to be done.</summary>
    public string Text { get; private set; } = "";

    public override string Address => $"/tasks/rows/{Id}/attachments";

    protected override string Kind => AnnualRowFiles.Kind;

    protected override string Record => AnnualRowFiles.RecordOf(new AnnualRowId(Id));

    protected override async Task<Refusal?> FindAsync(CancellationToken ct)
    {
        var (id, tasks) = (new AnnualRowId(Id), Kit.Db.ProgrammeTasks);
        var text = await Kit.Db.AnnualRowsVisibleTo(Kit.Actor).Where(row => row.Id == id)
            .Select(row => row.TaskId == null ? row.Text : tasks.Single(task => task.Owner == row.Owner && task.Id == row.TaskId).Text).SingleOrDefaultAsync(ct);

        if (text is null)
        {
            return new AnnualRowNotFound();
        }

        Text = TaskWords.Short(text);

        return null;
    }
}
