using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>A telephone of the village head of the demonstration: enrolled at the commune, 360 pixels wide.</summary>
public abstract class TelephoneTest(Chromium chromium) : BrowserTest(chromium)
{
    protected const string Pin = "582064";
    protected const string Meetings = "village-meeting.held";
    protected const string Present = "village-meeting.present";

    /// <summary>Enrols a telephone by the pages; it is signed in by its PIN.</summary>
    protected async Task<IPage> EnrolAsync()
    {
        var commune = await AsAsync(Role.CommuneOfficer);
        await commune.GotoAsync("/devices");
        await commune.GetByRole(AriaRole.Button, new() { Name = "Ghi danh điện thoại" }).First.ClickAsync();
        var code = await commune.Locator(".error-id code").InnerTextAsync();
        var telephone = await OpenAsync(width: 360);
        // The clock of the telephone goes with that of the site.
        await telephone.Context.Clock.SetFixedTimeAsync(Time.GetUtcNow().UtcDateTime);
        await telephone.GotoAsync("/enrol");
        await telephone.GetByLabel("Mã ghi danh").FillAsync(code);
        await telephone.GetByLabel("Mã PIN mới").FillAsync(Pin);
        await telephone.GetByLabel("Nhập lại mã PIN").FillAsync(Pin);
        await telephone.GetByRole(AriaRole.Button, new() { Name = "Ghi danh" }).ClickAsync();
        await telephone.WaitForURLAsync("**/");

        return telephone;
    }

    /// <summary>Opens the page for work without network and waits until its worker keeps it.</summary>
    protected static async Task OpenCaptureAsync(IPage telephone)
    {
        await telephone.GotoAsync("/capture");
        await Assertions.Expect(telephone.Locator("#app")).ToContainTextAsync("Sinh hoạt về học tập");
        await telephone.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
    }

    protected static ILocator Says(IPage page) => page.Locator("#says");

    protected static Task EnterAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Sinh hoạt về học tập" }).ClickAsync();

    /// <summary>Types into a cell of the record and waits until the telephone keeps it.</summary>
    protected static async Task TypeAsync(IPage page, string cell, string value)
    {
        await page.Locator($"[name='{cell}']").FillAsync(value);
        await page.Locator($"[name='{cell}']").BlurAsync();
        await Assertions.Expect(page.Locator("#state:not([aria-busy])")).ToBeAttachedAsync();
    }

    protected static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>The return of the head's village as it is stored.</summary>
    protected async Task<(Return Return, IReadOnlyDictionary<string, long> Answers)> StoredAsync()
    {
        await using var db = Database.Engine.Open();
        var (people, grants) = (db.People, db.RoleGrants);
        var @return = await db.Returns.AsNoTracking().SingleAsync(
            @return => grants.Any(grant => grant.PlaceId == @return.SubjectId
                && people.Any(person => person.Id == grant.PersonId && person.UserName == DemoPeople.HeadUserName)),
            Ct);
        var version = await db.ReturnVersions.AsNoTracking().SingleAsync(version => version.ReturnId == @return.Id && version.Number == @return.CurrentVersion, Ct);

        return (@return, Answers.FromJson(version.Answers).Names);
    }
}
