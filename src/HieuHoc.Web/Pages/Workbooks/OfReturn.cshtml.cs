using HieuHoc.Access;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Workbooks;

/// <summary>The workbook of one return, for whoever types it.</summary>
[For(Role.CommuneOfficer, Role.AgencyOfficer, Role.VillageOfficer)]
public sealed class OfReturnModel(WorkbookKit kit) : WorkbookPage(kit)
{
    [FromRoute]
    public Guid Id { get; set; }

    public override WorkbookRecord Record => new WorkbookRecord.OfReturn(new ReturnId(Id));

    public override string Address => $"/returns/{Id}/workbook";

    public override string Home => $"/returns/{Id}";
}
