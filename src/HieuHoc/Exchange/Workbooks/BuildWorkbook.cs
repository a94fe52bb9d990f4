using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>A workbook and the name under which it is saved.</summary>
public sealed record WorkbookFile(Workbook Workbook, string FileName);

/// <summary>Builds the workbook that an officer fills without network: for a return, or for all villages of a commune.</summary>
public sealed class BuildWorkbook(HieuHocDb db, PackShelf shelf, ProgrammeClock clock, Texts texts)
{
    /// <summary>Builds it in the reader's language, with what stands in the returns and what stood there a year before.</summary>
    public async Task<Outcome<WorkbookFile>> RunAsync(WorkbookRecord record, Actor actor, CancellationToken ct)
    {
        var found = await db.WorkbookScopeAsync(shelf, record, actor, clock.Now.Day, ct);

        return found.Refusal is { } refusal
            ? refusal
            : new WorkbookFile(
                new WorkbookSheets(found.Value, texts).Build(),
                $"so-lieu-{(found.Value.IsOfVillages ? "thon-" : "")}{found.Value.Mark.Round}-{found.Value.Mark.Whose}.xlsx");
    }
}
