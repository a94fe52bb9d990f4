using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>The form that a telephone draws by itself from what the server described.</summary>
public sealed class CaptureFormTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Phone = 360;

    private const string Definition =
        """
        {
          "title": "Báo cáo của thôn",
          "sections": [
            {
              "title": "Dòng họ học tập", "hint": "Ghi đến ngày chốt số liệu.", "columns": ["tổng số", "được công nhận"],
              "rows": [
                { "title": "Dòng họ", "cells": ["clan.total", "clan.recognised"] },
                { "title": "Diện tích nhà văn hóa", "cells": ["hall.area", null] }
              ]
            },
            {
              "title": "Sinh hoạt <b>thôn</b>", "hint": null, "columns": ["kết quả"],
              "rows": [
                { "title": "Đã họp thôn", "cells": ["village-meeting.held"] },
                { "title": "Mức độ", "cells": ["village.level"] },
                { "title": "Ghi chú", "cells": ["village.note"] }
              ]
            }
          ],
          "fields": {
            "clan.total": { "title": "Dòng họ: tổng số", "type": "number", "decimals": 0, "choices": null, "hint": "Cả dòng họ nhỏ." },
            "clan.recognised": { "title": "Dòng họ: được công nhận", "type": "number", "decimals": 0, "choices": null, "hint": null },
            "hall.area": { "title": "Diện tích nhà văn hóa", "type": "number", "decimals": 1, "choices": null, "hint": null },
            "village-meeting.held": { "title": "Đã họp thôn", "type": "yesno", "decimals": 0, "choices": null, "hint": null },
            "village.level": { "title": "Mức độ", "type": "choice", "decimals": 0, "choices": [{ "value": "2", "title": "Mức độ 2" }, { "value": "1", "title": "Mức độ 1" }], "hint": null },
            "village.note": { "title": "<img src=x onerror=alert(1)>", "type": "text", "decimals": 0, "choices": null, "hint": null }
          },
          "checks": [
            { "code": "part", "rule": "clan.recognised <= clan.total", "weight": "hard", "sentence": "Số được công nhận lớn hơn tổng số.", "cells": ["clan.total", "clan.recognised"] },
            { "code": "area", "rule": "hall.area <= 89.996", "weight": "soft", "sentence": "Nhà văn hóa rộng khác thường.", "cells": ["hall.area"] },
            { "code": "level", "rule": "village-meeting.held = yes or village.level <> 2", "weight": "soft", "sentence": "Chưa họp thôn mà đạt mức độ 2.", "cells": ["village.level"] },
            { "code": "newer", "rule": "median(clan.total) > 1", "weight": "hard", "sentence": "Chưa đọc được.", "cells": ["clan.total"] }
          ]
        }
        """;

    [Fact]
    public async Task Every_field_is_found_by_its_label_and_keeps_what_is_typed()
    {
        var page = await DrawnAsync(new { values = new Dictionary<string, string> { ["clan.total"] = "1.234" } });
        var total = page.GetByLabel("Dòng họ: tổng số", new() { Exact = true });
        var meeting = page.GetByLabel("Đã họp thôn", new() { Exact = true });

        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Báo cáo của thôn" })).ToBeVisibleAsync();
        await Assertions.Expect(total).ToHaveValueAsync("1.234");
        await Assertions.Expect(total).ToHaveAttributeAsync("inputmode", "numeric");
        await Assertions.Expect(total).ToHaveAccessibleDescriptionAsync("Cả dòng họ nhỏ.");
        await Assertions.Expect(page.GetByLabel("Diện tích nhà văn hóa")).ToHaveAttributeAsync("inputmode", "decimal");
        await Assertions.Expect(meeting.Locator("option")).ToHaveTextAsync(["Chưa điền", "Có", "Không"]);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync(["Thử", "Dòng họ học tập", "Dòng họ", "Sinh hoạt <b>thôn</b>", "Ghi chú"]);
        await page.GetByLabel("<img src=x onerror=alert(1)>").FillAsync("Mưa lũ");
        await meeting.SelectOptionAsync("Có");
        await page.GetByLabel("Dòng họ: được công nhận").FillAsync("12 ");

        var values = await page.EvaluateAsync<Dictionary<string, string>>("drawn.values()");
        Assert.Equal(
            new Dictionary<string, string> { ["clan.total"] = "1.234", ["clan.recognised"] = "12 ", ["village-meeting.held"] = "1", ["village.note"] = "Mưa lũ" },
            values);
        Assert.Equal(values, await page.EvaluateAsync<Dictionary<string, string>>("told"));
        await page.EvaluateAsync("drawn.dispose()");
        await Assertions.Expect(page.GetByRole(AriaRole.Group)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_wrong_and_what_is_odd_are_said_beside_their_cells_until_they_are_mended()
    {
        var page = await DrawnAsync(new { values = new Dictionary<string, string> { ["clan.total"] = "1.234", ["village.level"] = "2", ["village-meeting.held"] = "0" } });
        var (total, recognised, area) = (page.GetByLabel("Dòng họ: tổng số"), page.GetByLabel("Dòng họ: được công nhận"), page.GetByLabel("Diện tích nhà văn hóa"));
        await Assertions.Expect(page.GetByLabel("Mức độ", new() { Exact = true })).ToHaveAccessibleDescriptionAsync("△ Cần xem lại: Chưa họp thôn mà đạt mức độ 2.");

        await recognised.PressSequentiallyAsync("1.235");
        await Assertions.Expect(recognised).ToHaveAccessibleDescriptionAsync("");
        await recognised.BlurAsync();
        await Assertions.Expect(recognised).ToHaveAccessibleDescriptionAsync("✕ Phải sửa: Số được công nhận lớn hơn tổng số.");
        await Assertions.Expect(total).ToHaveAccessibleDescriptionAsync("Cả dòng họ nhỏ. ✕ Phải sửa: Số được công nhận lớn hơn tổng số.");
        await Assertions.Expect(recognised).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).GetByText("Phải sửa")).ToHaveCountAsync(2);
        await area.FillAsync("89,996");
        await area.BlurAsync();
        await Assertions.Expect(area).ToHaveAccessibleDescriptionAsync("✕ Phải sửa: Chưa đọc được số này.");
        await area.FillAsync("90,0");
        await Assertions.Expect(area).ToHaveAccessibleDescriptionAsync("△ Cần xem lại: Nhà văn hóa rộng khác thường.");
        Assert.Null(await area.GetAttributeAsync("aria-invalid"));
        await area.FillAsync("mười");
        await Assertions.Expect(area).ToHaveAccessibleDescriptionAsync("✕ Phải sửa: Chưa đọc được số này.");
        await area.FillAsync("89,9");
        await Assertions.Expect(area).ToHaveAccessibleDescriptionAsync("");

        await total.FillAsync("1 235");
        await Assertions.Expect(page.GetByText("Phải sửa")).ToHaveCountAsync(0);
        Assert.Null(await total.GetAttributeAsync("aria-invalid"));
    }

    [Fact]
    public async Task A_frozen_cell_is_read_and_not_typed_and_a_cell_sent_back_says_why()
    {
        var page = await DrawnAsync(new
        {
            values = new Dictionary<string, string> { ["clan.total"] = "52", ["village.level"] = "2" },
            readOnly = new[] { "clan.total", "village.level", "village-meeting.held" },
            notes = new Dictionary<string, string> { ["clan.recognised"] = "Thiếu dòng họ mới." },
        });
        var total = page.GetByLabel("Dòng họ: tổng số");

        await Assertions.Expect(total).Not.ToBeEditableAsync();
        await total.PressSequentiallyAsync("1");
        await Assertions.Expect(total).ToHaveValueAsync("52");
        await Assertions.Expect(page.GetByLabel("Mức độ", new() { Exact = true })).ToHaveValueAsync("Mức độ 2");
        await Assertions.Expect(page.GetByLabel("Đã họp thôn")).ToHaveValueAsync("Chưa điền");
        await Assertions.Expect(page.GetByLabel("Dòng họ: được công nhận")).ToBeEditableAsync();
        await Assertions.Expect(page.GetByLabel("Dòng họ: được công nhận")).ToHaveAccessibleDescriptionAsync("Thiếu dòng họ mới.");
        Assert.Equal("2", (await page.EvaluateAsync<Dictionary<string, string>>("drawn.values()"))["village.level"]);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task On_a_phone_every_field_can_be_touched_nothing_scrolls_sideways_and_axe_finds_nothing(ColorScheme scheme)
    {
        var page = await DrawnAsync(
            new
            {
                values = new Dictionary<string, string> { ["clan.total"] = "5", ["clan.recognised"] = "7", ["hall.area"] = "100", ["village.level"] = "2" },
                readOnly = new[] { "village.level" },
                notes = new Dictionary<string, string> { ["clan.total"] = "Thiếu dòng họ mới." },
            },
            scheme);

        var low = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main :is(input, select, textarea):not([readonly])')].filter(field => field.getBoundingClientRect().height < 44).map(field => field.name)");
        var above = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main label')].filter(label => label.getBoundingClientRect().bottom > label.control.getBoundingClientRect().top).map(label => label.textContent)");
        var violations = (await page.RunAxe()).Violations.Select(violation => $"{violation.Id} {violation.Help}: {violation.Nodes[0].Html}");

        Assert.Empty(low);
        Assert.Empty(above);
        Assert.Equal(Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(violations);
        await PictureAsync(page, $"all/capture-form-{scheme}-360");
    }

    /// <summary>The form on a page of the site's own look.</summary>
    private async Task<IPage> DrawnAsync(object given, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await OpenAsync(Phone, scheme: scheme);
        await page.GotoAsync("/sign-in");
        await page.EvaluateAsync(
            """
            async (json) => {
              const [definition, { values, readOnly = [], notes = {} }] = JSON.parse(json);
              const { drawForm } = await import('/capture/form.js');
              const texts = { unanswered: 'Chưa điền', unreadable: 'Chưa đọc được số này.', hard: 'Phải sửa:', soft: 'Cần xem lại:', yes: 'Có', no: 'Không' };
              const heading = document.createElement('h1');
              heading.textContent = 'Thử';
              window.drawn = drawForm(definition, values, { onChange: (all) => { window.told = all; }, readOnly: new Set(readOnly), notes, texts });
              document.querySelector('main').replaceChildren(heading, drawn.element);
            }
            """,
            $"[{Definition}, {JsonSerializer.Serialize(given)}]");

        return page;
    }
}
