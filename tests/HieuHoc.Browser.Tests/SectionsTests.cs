using Deque.AxeCore.Playwright;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>A form of eight sections, typed one section a page.</summary>
public sealed class SectionsTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Every_section_fits_the_page_and_axe_finds_nothing(int width)
    {
        var address = await AskedAsync();
        var page = await AsAsync(Role.CommuneOfficer, width);
        var found = new List<string>();

        foreach (var section in (string[])["", "?section=models", "?section=schooling", "?section=digital"])
        {
            await page.GotoAsync(address + section);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            found.AddRange((await page.RunAxe()).Violations.Select(violation => $"{section}: {violation.Id} {violation.Help}"));

            if (wide > width)
            {
                found.Add($"{section}: {wide} px");
            }

            await PictureAsync(page, $"section{section.Replace("?section=", "-", StringComparison.Ordinal)}-{width}");
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task The_closing_row_follows_what_is_typed_and_a_pasted_word_is_chosen()
    {
        var address = await AskedAsync();
        var page = await AsAsync(Role.CommuneOfficer);
        await page.GotoAsync($"{address}?section=digital");
        var sum = page.Locator("tfoot td").First;

        foreach (var (kind, typed) in (IReadOnlyList<(string, string)>)[("phổ thông", "1.009"), ("thường xuyên", "1"), ("nghề nghiệp", "0"), ("khác", "2")])
        {
            await page.GetByLabel($"Cơ sở giáo dục {kind}: tổng số").FillAsync(typed);
        }

        await Assertions.Expect(sum).ToHaveTextAsync("1.012");
        await page.GetByLabel("Cơ sở giáo dục khác: tổng số").FillAsync("");
        await Assertions.Expect(sum).ToHaveTextAsync("—");
        await page.GotoAsync($"{address}?section=schooling");
        await page.GetByLabel("Phổ cập giáo dục tiểu học: mức độ đạt chuẩn").EvaluateAsync(
            """
            cell => {
              const data = new DataTransfer();
              data.setData('text/plain', 'Mức độ 3\r\nMức độ 2\r\n');
              cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(page.GetByLabel("Phổ cập giáo dục tiểu học: mức độ đạt chuẩn")).ToHaveValueAsync("3");
        await Assertions.Expect(page.GetByLabel("Phổ cập giáo dục trung học cơ sở: mức độ đạt chuẩn")).ToHaveValueAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu và sang phần sau" }).ClickAsync();
        await page.WaitForURLAsync("**?section=centres");
    }

    /// <summary>A round of the yearly form is open and some figures of the year before count; the address of Hải Lăng's return.</summary>
    private async Task<string> AskedAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        await using var db = Database.Engine.Open();
        var (shelf, clock) = (scope.ServiceProvider.GetRequiredService<PackShelf>(), scope.ServiceProvider.GetRequiredService<ProgrammeClock>());
        var owner = await db.Owners.SingleAsync(owner => owner.Id == 1, Ct);
        var place = await db.PlaceCodes.Where(code => code.Code == Demo.DemoPeople.CommuneCode && code.ValidTo == null).Select(code => code.PlaceId).SingleAsync(Ct);
        var opened = await new OpenRound(db, shelf, clock).RunAsync(
            Given.AskedRound(2027, "annual-commune"), new Actor(1, null, Role.StandingAgency, owner.PlaceId), Ct);
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var period = await db.PeriodAsync(PeriodCode.Year(2026), Ct);
        await db.PostFiguresAsync(
            shelf,
            new Posting(1, place, period.Id, Guid.CreateVersion7(), 1, Producer.Return, clock.Now.Instant),
            new Dictionary<FigureKey, long> { [new FigureKey("family.total")] = 4_321, [new FigureKey("xmc.level")] = 2, [new FigureKey("institution.general.total")] = 12 },
            Ct);
        await transaction.CommitAsync(Ct);
        var id = await db.Returns.Where(@return => @return.RoundId == opened.Value.Id && @return.SubjectId == place).Select(@return => @return.Id).SingleAsync(Ct);

        return $"/returns/{id.Value}";
    }
}
