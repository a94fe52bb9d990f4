using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Mail;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Mails;

/// <summary>The mails of the programme and whether they went out, the youngest first; never their text.</summary>
[For(Role.Administrator)]
public sealed class IndexModel(HieuHocDb db, Actor actor) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/mails");

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var mails = db.OutgoingMails.AsNoTracking().Where(mail => mail.Owner == actor.Owner);
        Pages = Paging.Of(Number, await mails.CountAsync(ct), PageSize, "/mails");
        Rows = await mails.OrderByDescending(mail => mail.AddedAt).ThenBy(mail => mail.Id).Skip(Pages.Skip).Take(PageSize)
            .Select(mail => new Row(mail.Subject, mail.Recipient, mail.State, mail.AddedAt, mail.SentAt)).ToListAsync(ct);
    }

    /// <summary>One mail.</summary>
    public sealed record Row(string Subject, string Recipient, MailState State, DateTime AddedAt, DateTime? SentAt);
}
