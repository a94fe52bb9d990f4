using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HieuHoc.Web.Components;

/// <summary>Numbers, days and spans of time as the reader writes them; what is missing is a dash that can be heard.</summary>
public sealed class Shown(Texts texts)
{
    /// <summary>From how many days before it a due day is near enough to plan by.</summary>
    private const int DaysNear = 10;

    /// <summary>1.845.335</summary>
    public IHtmlContent Number(long? value) => Or(value is { } given ? NumberText(given) : null);

    /// <summary>1.845,5: rounded half away from zero.</summary>
    public IHtmlContent Number(decimal? value, int decimals) => Or(value is { } given ? NumberText(given, decimals) : null);

    /// <summary>37,9 %: the value is in percent.</summary>
    public IHtmlContent Percent(decimal? value, int decimals = 1) => Or(value is { } given ? PercentText(given, decimals) : null);

    /// <summary>29/11/2026</summary>
    public IHtmlContent Day(DateOnly? day) => Or(day is { } given ? DayText(given) : null);

    /// <summary>29/11/2026 16:40, by the clock in Vietnam.</summary>
    public IHtmlContent Instant(DateTime? utc) => Or(utc is { } given ? InstantText(given) : null);

    /// <summary>A text, or the dash when there is none.</summary>
    public IHtmlContent Text(string? text) => Or(string.IsNullOrWhiteSpace(text) ? null : text);

    /// <summary>"còn 3 ngày", "hôm nay", "quá hạn 2 ngày".</summary>
    public string DaysLeft(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => texts["shown.today"],
        1 => texts["shown.daysLeft.one"],
        -1 => texts["shown.overdue.one"],
        > 1 and var days => texts["shown.daysLeft", ("days", days)],
        var days => texts["shown.overdue", ("days", -days)],
    };

    /// <summary>The last working day before a due day that falls on a weekend and is near; null when it need not be named.</summary>
    public string? Weekend(DateOnly due, DateOnly today)
    {
        var working = due.LastWorkingDay();

        return working == due || working < today || due.DayNumber - today.DayNumber > DaysNear
            ? null
            : texts[$"shown.weekend.{due.DayOfWeek}", ("due", due), ("working", working)];
    }

    /// <summary>mức độ 2</summary>
    public string LevelText(decimal level) => texts[level > 0 ? "shown.level" : "shown.level.none", ("level", NumberText(level, 0))];

    /// <summary>đạt, or chưa đạt</summary>
    public string ReachedText(bool reached) => texts[reached ? "shown.reached" : "shown.notReached"];

    /// <summary>A figure as people read it: 1.845,5, or the words in which it was chosen.</summary>
    public string FigureText(ElementDefinition element, long value) =>
        texts.Word(element, value) ?? CellText(element, value);

    /// <summary>The same; a dash where there is none.</summary>
    public IHtmlContent Figure(ElementDefinition element, long? value) => Or(value is { } given ? FigureText(element, given) : null);

    /// <summary>A figure as it is typed into a cell; of what is chosen the value of the choice.</summary>
    public static string CellText(ElementDefinition element, long value) => NumberText(element.Natural(value), element.Decimals);

    /// <summary>What a later version made of a figure: by how much it differs, or what was chosen instead.</summary>
    public string ReplacedText(ElementDefinition element, long before, long after) => element.Choices is []
        ? texts["indicator.difference", ("difference", NumberText(element.Natural(after - before), element.Decimals))]
        : texts["indicator.replacedBy", ("value", FigureText(element, after))];

    public string PercentText(decimal value, int decimals = 1) => texts["shown.percent", ("value", NumberText(value, decimals))];

    public static string NumberText(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    public static string NumberText(decimal value, int decimals) =>
        value.ToString($"N{decimals}", CultureInfo.CurrentCulture);

    /// <summary>+14 or −0,3: by how much something differs.</summary>
    public static string SignedText(decimal value, int decimals) => (value > 0 ? "+" : value < 0 ? "−" : "") + NumberText(Math.Abs(value), decimals);

    public static string DayText(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string InstantText(DateTime utc) =>
        ProgrammeClock.Local(utc).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    private IHtmlContent Or(string? text)
    {
        var content = new HtmlContentBuilder();

        if (text is not null)
        {
            return content.Append(text);
        }

        var dash = new TagBuilder("span") { Attributes = { ["aria-hidden"] = "true" } };
        dash.InnerHtml.Append("—");
        var word = new TagBuilder("span") { Attributes = { ["class"] = "visually-hidden" } };
        word.InnerHtml.Append(texts["shown.missing"]);

        return content.AppendHtml(dash).AppendHtml(word);
    }
}
