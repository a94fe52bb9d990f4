using HieuHoc.Access;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages;

/// <summary>What this person has to do.</summary>
[For(Role.CommuneOfficer, Role.CommuneLeader, Role.StandingAgency, Role.Administrator)]
public sealed class IndexModel : PageModel;
