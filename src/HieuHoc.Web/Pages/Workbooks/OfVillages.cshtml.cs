using HieuHoc.Access;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Workbooks;

/// <summary>The workbook of all villages of a commune in a round: what they bring on paper or in tables of their own.</summary>
[For(Capability.CheckVillageReturns)]
public sealed class OfVillagesModel(WorkbookKit kit) : WorkbookPage(kit)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The code of the commune.</summary>
    [FromRoute]
    public string Code { get; set; } = "";

    public override WorkbookRecord Record => new WorkbookRecord.OfVillages(new RoundId(Id), Code);

    public override string Address => $"/rounds/{Id}/villages/{Uri.EscapeDataString(Code)}/workbook";

    public override string Home => $"/returns?round={Uri.EscapeDataString(Scope.Round.Code)}";
}
