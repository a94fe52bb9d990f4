using HieuHoc.Access.Capture;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>Bad weather in a real browser, with its own store and worker: no act is lost and none is taken twice.</summary>
public sealed class CaptureSchedulesTests(Chromium chromium) : TelephoneTest(chromium)
{
    private const int Schedules = 20;

    [Fact]
    public async Task Through_twenty_schedules_no_act_is_lost_and_none_is_taken_twice()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        var telephone = await EnrolAsync();
        await OpenCaptureAsync(telephone);
        var (value, acts) = (0, 0);

        for (var schedule = 0; schedule < Schedules; schedule++)
        {
            await WeatherAsync(telephone, chance.Next(4));

            for (var act = chance.Next(1, 3); act > 0; act--)
            {
                value = 1_000 + acts++;
                await EnterAsync(telephone);
                await TypeAsync(telephone, Meetings, $"{value}");
                await PressAsync(telephone, "Lưu nháp");
                await Assertions.Expect(telephone.Locator("#app ul")).ToBeVisibleAsync();
            }

            if (chance.Next(2) == 0)
            {
                // Killed, perhaps in mid-send.
                var again = await telephone.Context.NewPageAsync();
                await telephone.CloseAsync();
                telephone = again;
                await WeatherAsync(telephone, chance.Next(4));
                await telephone.GotoAsync("/capture");
            }

            await telephone.Context.SetOfflineAsync(false);
            await telephone.UnrouteAllAsync();
            await PressAsync(telephone, "Gửi và nhận ngay");
            await Assertions.Expect(telephone.Locator("#unsent")).ToContainTextAsync("Không còn gì chưa gửi");
            Assert.Equal(value, (await StoredAsync()).Answers[Meetings]);
        }

        await using var db = Database.Engine.Open();
        var received = await db.ReceivedRecords.CountAsync(Ct);
        await Assertions.Expect(telephone.Locator("#balance")).ToContainTextAsync($"đã gửi {received} lần nhập = máy chủ đã nhận {received}");
        Assert.InRange(received, Schedules, acts);
        Assert.Equal(received, await db.AuditEntries.CountAsync(entry => entry.Change == nameof(RecordReceived), Ct));
    }

    /// <summary>Off; the answer cut; the request cut; or fair.</summary>
    private static Task WeatherAsync(IPage page, int kind) => kind switch
    {
        0 => page.Context.SetOfflineAsync(true),
        1 => page.RouteAsync("**/api/v1/capture/returns/**", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }),
        2 => page.RouteAsync("**/api/v1/capture/**", route => route.AbortAsync()),
        _ => Task.CompletedTask,
    };
}
